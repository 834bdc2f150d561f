-- Analyses, the allowance held for those being made, and support conversations.
create table analyses (
    id             uuid primary key,
    sequence       bigint generated always as identity,     -- order of storing: users' clocks can stand still
    user_id        uuid not null references users on delete cascade,
    address        text not null,                           -- NFC, trimmed, as given
    coverage       text not null check (coverage in ('full', 'limited')),
    property_type  text not null,
    purchase_price numeric,                                 -- dollars
    deal_score     numeric not null check (deal_score between 0 and 100),
    summary        text not null,
    metrics        json not null,                           -- json, not jsonb: kept exactly as the model gave it
    model          text not null,
    input_tokens   integer not null check (input_tokens >= 0),
    output_tokens  integer not null check (output_tokens >= 0),
    cost_usd       numeric not null,                        -- dollars, unrounded
    created_at     timestamptz not null                     -- when it was asked for, on the user's clock
);
create index analyses_newest on analyses (user_id, created_at desc, sequence desc);

-- One row for each analysis under way: its place in the allowance. Expiry is on the database's clock.
create table reservations (
    id           uuid primary key,
    user_id      uuid not null references users on delete cascade,
    instance     text not null,                             -- who is working on it; drops its own leftovers at start
    period_start timestamptz not null,                      -- the usage period that it is to count in
    expires_at   timestamptz not null
);
create index reservations_user on reservations (user_id);
create index reservations_instance on reservations (instance);

create table conversations (
    id         uuid primary key,
    user_id    uuid not null references users on delete cascade,
    created_at timestamptz not null
);
create index conversations_user on conversations (user_id);

create table messages (
    sequence        bigint generated always as identity primary key,
    conversation_id uuid not null references conversations on delete cascade,
    role            text not null check (role in ('user', 'assistant')),
    content         text not null,
    created_at      timestamptz not null
);
create index messages_conversation on messages (conversation_id, sequence);
