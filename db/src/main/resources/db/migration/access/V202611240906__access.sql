-- Accounts, sessions and one-time links. Secrets are kept as hashes only.

-- The login name is compared after NFKC and case folding, which the application does; it never changes.
create table access.account (
  school_id bigint not null references engine.school,
  id uuid not null,
  employee_id uuid not null,
  login text not null check (login <> '' and length(login) <= 64),
  password_hash text,
  password_set_at timestamptz,
  last_login_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, login),
  unique (school_id, employee_id),
  foreign key (school_id, employee_id) references school.employee
);
call engine.protect('access.account', 'kept');
-- Who an account belongs to, and what it is called, cannot be changed by any path of the application
revoke update on access.account from zw_app;
grant update (password_hash, password_set_at, last_login_at, disabled_at) on access.account to zw_app;

create table access.session (
  school_id bigint not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  agent text,
  primary key (school_id, token_hash),
  foreign key (school_id, account_id) references access.account
);
create index on access.session (school_id, account_id);
call engine.protect('access.session', 'draft');

-- A link by which a person sets his own password; a newer one ends the older.
create table access.one_time_link (
  school_id bigint not null,
  token_hash bytea not null,
  account_id uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (school_id, token_hash),
  foreign key (school_id, account_id) references access.account
);
create index on access.one_time_link (school_id, account_id);
call engine.protect('access.one_time_link', 'kept');

-- Wrong passwords by login name, whether there is such an account or not, so that a lock tells nobody who exists.
-- Names are kept as hashes: people type their password into the wrong field.
create function access.login_hash(school_id bigint, login text) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(school_id::text || ':' || login, 'UTF8'));

create table access.lock (
  school_id bigint not null references engine.school,
  login_hash bytea not null,
  failures int not null check (failures > 0),
  locked_until timestamptz,
  last_at timestamptz not null,
  primary key (school_id, login_hash)
);
call engine.protect('access.lock', 'draft');

-- Failed guesses by network and five minutes, so that guessing many names from one place is slowed too.
create table access.attempt (
  school_id bigint not null references engine.school,
  network text not null,
  slot timestamptz not null,
  failures int not null check (failures >= 0),
  primary key (school_id, network, slot)
);
call engine.protect('access.attempt', 'draft');
