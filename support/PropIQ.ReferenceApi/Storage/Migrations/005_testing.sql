-- Users' clocks that the testing interface has moved. An e-mail may have one before it has an account.
create table user_clocks (
    email_key     text primary key,
    offset_micros bigint not null default 0,                -- ahead of the machine's clock
    frozen_at     timestamptz                               -- stands still here, unless null
);
