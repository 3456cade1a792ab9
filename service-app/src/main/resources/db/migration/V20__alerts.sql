-- What is wrong now, so that a new start neither repeats nor forgets what people were told.
create table alert (
    kind      text        not null,
    -- What it is about where there can be several, such as a contract; else empty.
    subject   text        not null,
    since     timestamptz not null,
    message   text        not null,
    -- How many, where it is counted; and the number that people know.
    size      bigint      not null,
    told_size bigint,
    told_at   timestamptz,
    primary key (kind, subject)
);

-- What is to be told, and what was: one row for each channel.
create table alert_message (
    id           bigint generated always as identity primary key,
    channel      text        not null check (channel in ('WEBHOOK', 'MAIL')),
    kind         text        not null,
    subject      text        not null,
    change       text        not null check (change in ('BEGUN', 'GREW', 'ENDED')),
    message      text        not null,
    since        timestamptz not null,
    at           timestamptz not null,
    attempts     integer     not null default 0,
    due_at       timestamptz not null,
    delivered_at timestamptz,
    -- After many attempts nobody tries any more.
    given_up_at  timestamptz,
    failure      text
);
create index alert_message_open on alert_message (channel, id) where delivered_at is null and given_up_at is null;

-- When the state is looked at the next time; the service app that moves it on looks.
create table alert_turn (
    only_one boolean primary key check (only_one),
    due_at   timestamptz not null
);
insert into alert_turn values (true, now());
