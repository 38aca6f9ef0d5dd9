-- What the replicas share. Sessions are identified by the hash in SessionId.Value, users by a hash of their id; everything else that is
-- confidential is encrypted with the portal's keys.

create table spaces_portal.tokens (
    session text primary key,
    generation integer not null,
    seal bytea not null,
    forget_at timestamptz not null
);
create index tokens_forget_at on spaces_portal.tokens (forget_at);

create table spaces_portal.ends (
    session text primary key,
    until timestamptz not null
);
create index ends_until on spaces_portal.ends (until);

create table spaces_portal.revocations (
    id uuid primary key,
    seal bytea not null,
    attempt integer not null,
    due_at timestamptz not null
);
create index revocations_due_at on spaces_portal.revocations (due_at);

create table spaces_portal.notes (
    session text primary key,
    person bytea not null,
    seal bytea not null,
    started_at timestamptz not null,
    active_at timestamptz not null,
    ends_at timestamptz not null
);
create index notes_person on spaces_portal.notes (person);
create index notes_ends_at on spaces_portal.notes (ends_at);

create table spaces_portal.keys (
    name text primary key,
    xml text not null
);
