-- 消息: what somebody should hear of, in his inbox, and on its way to the outlets. Nothing here proves anything: it may be forgotten.
create table notices.message (
  school_id bigint not null references engine.school,
  id uuid not null,
  employee_id uuid not null,
  kind text not null check (kind <> ''),
  args jsonb not null,
  link text not null check (link like '/%'),
  weight text not null check (weight in ('URGENT', 'NORMAL', 'LOW')),
  at timestamptz not null,
  read_at timestamptz check (read_at >= at),
  primary key (school_id, id),
  foreign key (school_id, employee_id) references school.employee
);
call engine.protect('notices.message', 'draft');
create index on notices.message (school_id, employee_id, at desc);
create index on notices.message (school_id, employee_id) where read_at is null;

-- Where messages go besides: a robot of a group, for whoever holds a duty, or the mailbox of one person. The address of a robot is its key,
-- a secret: it stands in no record of the trail, and nobody but the office itself reads it.
create table notices.outlet (
  school_id bigint not null references engine.school,
  id uuid not null,
  kind text not null check (kind in ('WECOM', 'MAIL')),
  name text not null check (name <> ''),
  address text not null check (address <> ''),
  site text not null,
  duty text,
  employee_id uuid,
  added_at timestamptz not null,
  check ((kind = 'WECOM') = (duty is not null) and (kind = 'MAIL') = (employee_id is not null)),
  primary key (school_id, id),
  unique (school_id, kind, name),
  foreign key (school_id, employee_id) references school.employee
);
call engine.protect('notices.outlet', 'draft');
revoke select on notices.outlet from zw_ro, zw_audit;

-- The outbox: left in the transaction of what happened, sent after it, tried again.
create table notices.delivery (
  school_id bigint not null references engine.school,
  id uuid not null,
  outlet_id uuid not null,
  kind text not null,
  args jsonb not null,
  link text not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
  batch uuid,
  sent_at timestamptz,
  added_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, outlet_id) references notices.outlet on delete cascade
);
call engine.protect('notices.delivery', 'draft');
create index on notices.delivery (school_id, outlet_id, due_at) where state = 'WAITING';
create index on notices.delivery (school_id, outlet_id, sent_at) where sent_at is not null;
