-- Accounts, sessions and one-time links. Secrets are kept as hashes only.
create table access.account (
  school_id bigint not null references engine.school,
  id uuid not null,
  employee_id uuid not null,
  login text not null check (login = lower(login) and login <> ''),
  password_hash text,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  unique (school_id, login),
  unique (school_id, employee_id),
  foreign key (school_id, employee_id) references school.employee
);
call engine.protect('access.account', 'kept');

create table access.session (
  school_id bigint not null,
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  agent text,
  primary key (school_id, token_hash),
  foreign key (school_id, account_id) references access.account
);
create index on access.session (school_id, account_id);
call engine.protect('access.session', 'draft');

create table access.one_time_link (
  school_id bigint not null,
  token_hash bytea not null,
  account_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (school_id, token_hash),
  foreign key (school_id, account_id) references access.account
);
call engine.protect('access.one_time_link', 'kept');

-- Failed log-ins by network, so that guessing many names from one place is slowed too.
create table access.attempt (
  school_id bigint not null references engine.school,
  id uuid not null,
  network text not null,
  at timestamptz not null default now(),
  primary key (school_id, id)
);
create index on access.attempt (school_id, network, at);
call engine.protect('access.attempt', 'draft');
