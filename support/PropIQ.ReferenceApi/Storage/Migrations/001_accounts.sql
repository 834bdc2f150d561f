-- Accounts, their sessions, and what belongs to an account alone. Money is numeric dollars, times are timestamptz (UTC).
create table users (
    id                      uuid primary key,
    email                   text not null,
    email_key               text not null unique,          -- lower-case, for comparing
    password_hash           text not null,
    first_name              text,
    last_name               text,
    tier                    text not null default 'free' check (tier in ('free', 'starter', 'pro', 'elite')),
    usage_count             integer not null default 0 check (usage_count >= 0),
    usage_period_start      timestamptz not null,
    last_payment_error      text,
    stripe_customer_id      text unique,
    current_subscription_id text,                           -- null: never subscribed
    created_at              timestamptz not null
);

create table sessions (
    id           uuid primary key,
    user_id      uuid not null references users on delete cascade,
    last_used_at timestamptz not null,                      -- on the user's clock
    ended_at     timestamptz,
    created_at   timestamptz not null
);
create index sessions_user on sessions (user_id);

-- A refresh token is kept as its SHA-256 only. Used ones stay, so that a second use is recognised.
create table refresh_tokens (
    hash       bytea primary key,
    session_id uuid not null references sessions on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz
);
create index refresh_tokens_session on refresh_tokens (session_id);
