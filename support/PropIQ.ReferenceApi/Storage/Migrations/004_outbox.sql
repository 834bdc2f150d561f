-- Messages to the outside, written with their cause and deleted once sent. Times are the database's own.
create table outbox (
    id         bigint generated always as identity primary key,
    user_id    uuid not null references users on delete cascade,
    channel    text not null check (channel in ('slack', 'email', 'wandb')),
    payload    text not null,                               -- the exact JSON to post
    due_at     timestamptz not null default now(),
    attempts   integer not null default 0,
    holder     text,                                        -- the instance that is sending it
    held_until timestamptz,                                 -- when it may be taken over from that instance
    created_at timestamptz not null default now()
);
create index outbox_due on outbox (channel, due_at, id);
create index outbox_user on outbox (user_id, channel, id);
