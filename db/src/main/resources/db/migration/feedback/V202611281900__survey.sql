-- 满意度问卷 (domain.md §3.36): one answer a person, and nobody can say whose an answer is.
create table feedback.survey (
  school_id bigint not null references engine.school,
  id uuid not null,
  day date not null,
  closes_on date not null check (closes_on >= day),
  title text not null check (title <> ''),
  -- one a line; what is asked as a whole (总体) is the last, or the one that says so
  questions text not null check (questions <> ''),
  -- below so many answers nothing is said (R-SUR-1)
  minimum int not null check (minimum >= 5)
);
call engine.protect('feedback.survey', 'kept');
call logbook.keep('feedback.survey');

-- Who has answered: no time, and no more of it can be read than the name, so that it stands in no order beside the answers.
create table feedback.seat (
  school_id bigint not null,
  survey_id uuid not null,
  person_id uuid not null,
  primary key (school_id, survey_id, person_id),
  foreign key (school_id, survey_id) references feedback.survey,
  foreign key (school_id, person_id) references school.employee
);
call engine.protect('feedback.seat', 'posted');
revoke select on feedback.seat from zw_app, zw_ro;
grant select (school_id, survey_id, person_id) on feedback.seat to zw_app, zw_ro;

-- A slip with a code, given to somebody without an account: good for one answer. Nobody writes down who got which.
create table feedback.slip (
  school_id bigint not null,
  id uuid not null,
  survey_id uuid not null,
  digest bytea not null,
  used boolean not null default false,
  primary key (school_id, id),
  unique (school_id, digest),
  foreign key (school_id, survey_id) references feedback.survey
);
call engine.protect('feedback.slip', 'draft');

-- The answers, a letter a question: A 满意 B 较满意 C 一般 D 不满意 E 弃权. The application can put one in and cannot take one out: it reads
-- sums only, by the functions below. no is the number of a paper ballot.
create table feedback.ballot (
  school_id bigint not null,
  id uuid not null,
  survey_id uuid not null,
  no text,
  identity text,
  levels text[] not null,
  remark text,
  primary key (school_id, id),
  unique (school_id, survey_id, no),
  foreign key (school_id, survey_id) references feedback.survey
);
call engine.protect('feedback.ballot', 'posted');
revoke select on feedback.ballot from zw_app, zw_ro;

/* What each question came to, of all or of one group; nothing at all below the survey's minimum, and nothing of a group below five. */
create function feedback.results(survey uuid, of_identity text default null) returns table (question int, valid bigint, satisfied bigint)
  language sql stable security definer set search_path = '' as $$
  select q.n::int, count(*) filter (where q.l <> 'E'), count(*) filter (where q.l in ('A', 'B'))
  from feedback.ballot b cross join lateral unnest(b.levels) with ordinality q(l, n)
  where b.school_id = nullif(current_setting('app.school', true), '')::bigint and b.survey_id = survey and (of_identity is null or b.identity = of_identity)
    and (select count(*) from feedback.ballot a where a.school_id = b.school_id and a.survey_id = survey)
      >= (select s.minimum from feedback.survey s where s.school_id = b.school_id and s.id = survey)
    and (select count(*) from feedback.ballot a where a.school_id = b.school_id and a.survey_id = survey and (of_identity is null or a.identity = of_identity)) >= 5
  group by q.n order by q.n
$$;
/* How many answered, and which groups there are that are large enough to be told. */
create function feedback.turnout(survey uuid) returns bigint language sql stable security definer set search_path = '' as $$
  select count(*) from feedback.ballot b where b.school_id = nullif(current_setting('app.school', true), '')::bigint and b.survey_id = survey
$$;
create function feedback.groups(survey uuid) returns table (identity text, n bigint) language sql stable security definer set search_path = '' as $$
  select b.identity, count(*) from feedback.ballot b where b.school_id = nullif(current_setting('app.school', true), '')::bigint and b.survey_id = survey and b.identity is not null
  group by b.identity having count(*) >= 5 order by b.identity
$$;
/* What people wrote, in the order of the alphabet and of nothing else; not below five answers. */
create function feedback.remarks(survey uuid) returns table (remark text) language sql stable security definer set search_path = '' as $$
  select b.remark from feedback.ballot b where b.school_id = nullif(current_setting('app.school', true), '')::bigint and b.survey_id = survey and b.remark is not null and feedback.turnout(survey) >= 5 order by b.remark
$$;
revoke execute on function feedback.results(uuid, text), feedback.turnout(uuid), feedback.groups(uuid), feedback.remarks(uuid) from public;
grant execute on function feedback.results(uuid, text), feedback.turnout(uuid), feedback.groups(uuid), feedback.remarks(uuid) to zw_app, zw_ro, zw_audit;

-- Whoever writes into the box without a log-in is nobody that the office knows; by his link he sees the answer.
alter table feedback.issue drop constraint issue_school_id_made_by_fkey;
create table feedback.letter (
  school_id bigint not null,
  id uuid not null,
  issue_id uuid not null,
  digest bytea not null,
  primary key (school_id, id),
  unique (school_id, digest),
  foreign key (school_id, issue_id) references feedback.issue
);
call engine.protect('feedback.letter', 'posted');
