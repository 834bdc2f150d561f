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
