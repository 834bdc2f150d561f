-- Subscriptions as Stripe has told of them. users.current_subscription_id names the one that an account has now.
create table subscriptions (
    id                   text primary key,                  -- Stripe's sub_…
    user_id              uuid not null references users on delete cascade,
    customer_id          text not null,                     -- Stripe's cus_…
    tier                 text not null check (tier in ('starter', 'pro', 'elite')),
    status               text not null check (status in ('active', 'past_due', 'canceled')),
    current_period_start timestamptz not null,
    current_period_end   timestamptz not null,
    cancel_at_period_end boolean not null default false,
    counted_from         timestamptz not null,              -- start of the newest period that analyses were counted in
    chosen_at            timestamptz not null,              -- when the event was made that gave it to the account
    state_known_at       timestamptz not null,              -- newest event about the subscription
    payment_known_at     timestamptz not null,              -- newest event about a payment for it
    revision             integer not null default 0         -- changes so far: part of what makes an intent a new one
);
create index subscriptions_user on subscriptions (user_id);

-- What other subscriptions replaced. They are ended at Stripe after the commit, as often as it takes.
create table former_subscriptions (
    id       text primary key,
    user_id  uuid not null references users on delete cascade,
    due_at   timestamptz,                                   -- next attempt to end it at Stripe; null: nothing left to do
    attempts integer not null default 0
);
create index former_subscriptions_user on former_subscriptions (user_id);
create index former_subscriptions_due on former_subscriptions (due_at) where due_at is not null;

-- Checkouts that were opened, so that opening another one is a new intent and trying again is not.
create table checkouts (
    session_id text primary key,                            -- Stripe's cs_…
    user_id    uuid not null references users on delete cascade,
    tier       text not null,
    opened_at  timestamptz not null default now()
);
create index checkouts_user on checkouts (user_id);

-- Events that have taken effect, written in the transaction of that effect.
create table stripe_events (
    id          text primary key,                           -- Stripe's evt_…
    type        text not null,
    received_at timestamptz not null default now()
);
