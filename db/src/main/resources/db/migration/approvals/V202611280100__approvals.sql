-- 审批: by which rule, who stamped what, in whose stead (domain.md §3.18 R-1P-1..4, §3.21 R-EXP-1, -7, -8, docs/decisions/0013).

-- A rule for one kind of document from a day on. It is proposed, and set or refused by somebody else; what was set is never changed.
create table approvals.rule (
  school_id bigint not null references engine.school,
  id uuid not null,
  kind text not null check (kind ~ '^[A-Z][A-Z0-9_]*$'),
  valid_from date not null,
  source text not null check (source <> ''),
  state text not null default 'PROPOSED' check (state in ('PROPOSED', 'SET', 'REFUSED')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid check (decided_by <> proposed_by),
  decided_at timestamptz,
  words text check (words <> ''),
  check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state <> 'REFUSED' or words is not null),
  primary key (school_id, id),
  foreign key (school_id, proposed_by) references school.employee,
  foreign key (school_id, decided_by) references school.employee
);
create unique index on approvals.rule (school_id, kind, valid_from) where state = 'SET';
call engine.protect('approvals.rule', 'kept');
revoke update on approvals.rule from zw_app;
grant update (state, decided_by, decided_at, words) on approvals.rule to zw_app;
create policy final on approvals.rule as restrictive for update to zw_app using (state = 'PROPOSED') with check (true);

-- Up to which amount of the whole; no limit in the last. One signer a row: one final in each tier (R-1P-1).
create table approvals.tier (
  school_id bigint not null,
  id uuid not null,
  rule_id uuid not null,
  tier_no int not null check (tier_no > 0),
  up_to bigint check (up_to >= 0),
  primary key (school_id, id),
  unique (school_id, rule_id, tier_no),
  unique nulls not distinct (school_id, rule_id, up_to),
  foreign key (school_id, rule_id) references approvals.rule
);
call engine.protect('approvals.tier', 'posted');

create table approvals.signer (
  school_id bigint not null,
  id uuid not null,
  tier_id uuid not null,
  step_no int not null check (step_no > 0),
  duty text not null,
  decides boolean not null,
  resolution boolean not null,
  otherwise text check (otherwise <> duty),
  primary key (school_id, id),
  unique (school_id, tier_id, step_no),
  unique (school_id, tier_id, duty),
  foreign key (school_id, tier_id) references approvals.tier
);
create unique index on approvals.signer (school_id, tier_id) where decides;
call engine.protect('approvals.signer', 'posted');

-- 授权: somebody stamps in the stead of whoever holds a duty, from a day to a day, for some kinds, up to an amount (R-1P-3). Nothing of it
-- changes but that it is taken back.
create table approvals.delegation (
  school_id bigint not null,
  id uuid not null,
  duty text not null,
  holder_id uuid not null,
  stand_in_id uuid not null check (stand_in_id <> holder_id),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  kinds text[] not null check (cardinality(kinds) > 0),
  max_amount bigint check (max_amount > 0),
  reason text not null check (reason <> ''),
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  primary key (school_id, id),
  unique (school_id, id, holder_id, stand_in_id),
  foreign key (school_id, holder_id) references school.employee,
  foreign key (school_id, stand_in_id) references school.employee
);
create index on approvals.delegation (school_id, stand_in_id);
call engine.protect('approvals.delegation', 'kept');
revoke update on approvals.delegation from zw_app;
grant update (withdrawn_at) on approvals.delegation to zw_app;
create policy final on approvals.delegation as restrictive for update to zw_app using (withdrawn_at is null) with check (true);

-- 流程: one document on its way. Its rounds, steps and stamps are only ever added; only what becomes of it is written here.
create table approvals.course (
  school_id bigint not null,
  id uuid not null,
  kind text not null check (kind <> ''),
  object_id uuid not null,
  object_type text not null,
  object_no text not null,
  rule_id uuid,
  opened_by uuid not null,
  opened_at timestamptz not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'APPROVED', 'RETURNED', 'WITHDRAWN')),
  round_no int not null default 1 check (round_no > 0),
  ended_at timestamptz,
  decided_step int,
  decision text check (decision in ('APPROVED', 'RETURNED')),
  decided boolean generated always as (case when decision is not null then true end) stored,
  withdrawn_by uuid,
  words text check (words <> ''),
  check ((state = 'WAITING') = (ended_at is null)),
  check (case when state in ('APPROVED', 'RETURNED') then decision is not null and decision = state else decision is null end),
  check ((decision is null) = (decided_step is null)),
  check ((state = 'WITHDRAWN') = (withdrawn_by is not null)),
  primary key (school_id, id),
  foreign key (school_id, rule_id) references approvals.rule,
  foreign key (school_id, opened_by) references school.employee,
  foreign key (school_id, withdrawn_by) references school.employee
);
-- What waits or is approved is not submitted again (R-1P-1).
create unique index on approvals.course (school_id, kind, object_id) where state in ('WAITING', 'APPROVED');
create index on approvals.course (school_id, kind, object_id, opened_at desc);
create index on approvals.course (school_id, opened_at desc, id);
call engine.protect('approvals.course', 'kept');
revoke update on approvals.course from zw_app;
grant update (state, round_no, ended_at, decided_step, decision, withdrawn_by, words) on approvals.course to zw_app;
-- What has ended stays ended.
create policy final on approvals.course as restrictive for update to zw_app using (state = 'WAITING') with check (true);

-- What was signed, as it stood: a change begins a new round, and the stamps of the rounds before are void (R-EXP-7, R-EXP-8).
create table approvals.round (
  school_id bigint not null,
  id uuid not null,
  course_id uuid not null,
  round_no int not null check (round_no > 0),
  title text not null check (title <> ''),
  link text not null,
  amount bigint,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  begun_by uuid not null,
  begun_at timestamptz not null,
  primary key (school_id, id),
  unique (school_id, course_id, round_no),
  unique (school_id, course_id, round_no, digest),
  foreign key (school_id, course_id) references approvals.course,
  foreign key (school_id, begun_by) references school.employee
);
call engine.protect('approvals.round', 'posted');
alter table approvals.course add foreign key (school_id, id, round_no) references approvals.round (school_id, course_id, round_no) deferrable initially deferred;

-- Maker, claimant, receiver, payer, and whoever submitted it: they sign nothing of it (R-1P-2).
create table approvals.barred (
  school_id bigint not null,
  id uuid not null,
  course_id uuid not null,
  round_no int not null,
  employee_id uuid not null,
  primary key (school_id, id),
  unique (school_id, course_id, round_no, employee_id),
  foreign key (school_id, course_id, round_no) references approvals.round (school_id, course_id, round_no),
  foreign key (school_id, employee_id) references school.employee
);
call engine.protect('approvals.barred', 'posted');

-- The stamps that this document needs, in order, as the rule said when it was opened. instead_of: whose duty it would have been.
create table approvals.step (
  school_id bigint not null,
  id uuid not null,
  course_id uuid not null,
  round_no int not null,
  step_no int not null check (step_no > 0),
  duty text not null,
  decides boolean not null,
  resolution boolean not null,
  instead_of text check (instead_of <> duty),
  primary key (school_id, id),
  unique (school_id, course_id, round_no, step_no),
  unique (school_id, course_id, round_no, step_no, decides, resolution),
  foreign key (school_id, course_id, round_no) references approvals.round (school_id, course_id, round_no)
);
create unique index on approvals.step (school_id, course_id, round_no) where decides;
call engine.protect('approvals.step', 'posted');

-- One stamp a step, one a person (R-EXP-1): the person is the employee, whatever he logged in as. A later stamp stands on the approving one
-- before it; decisive are the final one and every return.
create table approvals.stamp (
  school_id bigint not null,
  id uuid not null,
  course_id uuid not null,
  round_no int not null,
  step_no int not null,
  decides boolean not null,
  resolution boolean not null,
  verdict text not null check (verdict in ('APPROVED', 'RETURNED')),
  employee_id uuid not null,
  holder_id uuid not null,
  delegation_id uuid,
  digest text not null,
  resolution_no text check (resolution_no <> ''),
  resolution_on date,
  words text check (words <> ''),
  at timestamptz not null,
  decisive boolean generated always as (decides or verdict = 'RETURNED') stored,
  before_no int generated always as (case when step_no > 1 then step_no - 1 end) stored,
  before_verdict text generated always as (case when step_no > 1 then 'APPROVED' end) stored,
  check ((delegation_id is null) = (employee_id = holder_id)),
  check ((resolution_no is null) = (resolution_on is null)),
  check (not resolution or verdict = 'RETURNED' or resolution_no is not null),
  check (verdict = 'APPROVED' or words is not null),
  primary key (school_id, id),
  unique (school_id, course_id, round_no, step_no),
  unique (school_id, course_id, round_no, employee_id),
  unique (school_id, course_id, round_no, holder_id),
  unique (school_id, course_id, round_no, step_no, verdict),
  unique (school_id, course_id, round_no, step_no, verdict, decisive),
  foreign key (school_id, course_id, round_no, step_no, decides, resolution) references approvals.step (school_id, course_id, round_no, step_no, decides, resolution),
  foreign key (school_id, course_id, round_no, digest) references approvals.round (school_id, course_id, round_no, digest),
  foreign key (school_id, course_id, round_no, before_no, before_verdict) references approvals.stamp (school_id, course_id, round_no, step_no, verdict),
  foreign key (school_id, delegation_id, holder_id, employee_id) references approvals.delegation (school_id, id, holder_id, stand_in_id),
  foreign key (school_id, employee_id) references school.employee,
  foreign key (school_id, holder_id) references school.employee
);
create index on approvals.stamp (school_id, employee_id);
call engine.protect('approvals.stamp', 'posted');
alter table approvals.course add foreign key (school_id, id, round_no, decided_step, decision, decided)
  references approvals.stamp (school_id, course_id, round_no, step_no, verdict, decisive);

/* What no key can say: the course waits and this is its round; neither the signer nor whom he stands in for is barred, or has stamped already
   in either part; the duty is held that day; the delegation covers kind, day and amount. Two who decide at once wait for each other at the course. What has ended, or was taken
   back, can no longer be locked, and is not found here. */
create function approvals.judge_stamp() returns trigger language plpgsql as $$
declare
  c approvals.course;
  d approvals.delegation;
  wanted text := (select duty from approvals.step where school_id = new.school_id and course_id = new.course_id and round_no = new.round_no and step_no = new.step_no);
  worth bigint := (select abs(amount) from approvals.round where school_id = new.school_id and course_id = new.course_id and round_no = new.round_no);
  day date := (new.at at time zone 'Asia/Shanghai')::date;
begin
  select * into c from approvals.course where school_id = new.school_id and id = new.course_id for no key update;
  if c.state is distinct from 'WAITING' then
    raise exception 'course % is over', new.course_id using errcode = 'check_violation', constraint = 'stamp_course_waits';
  end if;
  if c.round_no <> new.round_no then
    raise exception 'round % is over: what was signed has changed', new.round_no using errcode = 'check_violation', constraint = 'stamp_round_is_current';
  end if;
  if exists (select from approvals.barred where school_id = new.school_id and course_id = new.course_id and round_no = new.round_no and employee_id in (new.employee_id, new.holder_id)) then
    raise exception 'nobody signs what is his own' using errcode = 'check_violation', constraint = 'stamp_not_own';
  end if;
  if exists (select from approvals.stamp where school_id = new.school_id and course_id = new.course_id and round_no = new.round_no
      and (employee_id in (new.employee_id, new.holder_id) or holder_id in (new.employee_id, new.holder_id))) then
    raise exception 'one person, one stamp' using errcode = 'check_violation', constraint = 'stamp_one_a_person';
  end if;
  if not exists (select from school.duty_held where school_id = new.school_id and employee_id = new.holder_id and duty = wanted and day between valid_from and coalesce(valid_to, day)) then
    raise exception 'nobody signs as % who does not hold it', wanted using errcode = 'check_violation', constraint = 'stamp_by_holder';
  end if;
  if new.delegation_id is not null then
    select * into d from approvals.delegation where school_id = new.school_id and id = new.delegation_id and withdrawn_at is null for share;
    if (d.duty = wanted and c.kind = any (d.kinds) and day between d.valid_from and d.valid_to and (worth > d.max_amount) is not true) is not true then
      raise exception 'the delegation does not cover this' using errcode = 'check_violation', constraint = 'stamp_within_delegation';
    end if;
  end if;
  return new;
end
$$;
create trigger judge_stamp before insert on approvals.stamp for each row execute function approvals.judge_stamp();

-- Void stamps do not come back: a course never returns to a round before.
create function approvals.judge_round() returns trigger language plpgsql as $$
begin
  if new.round_no < old.round_no then
    raise exception 'course % is past round %', old.id, new.round_no using errcode = 'check_violation', constraint = 'course_round_goes_on';
  end if;
  return new;
end
$$;
create trigger judge_round before update on approvals.course for each row execute function approvals.judge_round();

/* Only who holds the duty gives it to another, and not to whoever holds what may not be combined with it (domain.md §8.3). */
create function approvals.judge_delegation() returns trigger language plpgsql as $$
declare
  other text;
begin
  if not exists (select from school.duty_held where school_id = new.school_id and employee_id = new.holder_id and duty = new.duty and daterange(valid_from, valid_to, '[]') @> new.valid_from) then
    raise exception '% is not his to give', new.duty using errcode = 'check_violation', constraint = 'delegation_by_holder';
  end if;
  select duty into other from school.duty_held where school_id = new.school_id and employee_id = new.stand_in_id
    and daterange(valid_from, valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]') and school.incompatible(duty, new.duty) limit 1;
  if other is not null then
    raise exception 'one person may not act as % and %', new.duty, other using errcode = 'check_violation', constraint = 'delegation_compatible';
  end if;
  return new;
end
$$;
create trigger judge_delegation before insert on approvals.delegation for each row execute function approvals.judge_delegation();
