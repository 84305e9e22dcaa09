-- 事务与督办: tasks from a plan, a resolution or word of mouth; done with evidence, confirmed by another.
create table tasks.task (
  school_id bigint not null references engine.school,
  id uuid not null,
  own_no text,
  day date not null,
  name text not null check (name <> ''),
  source text not null check (source in ('PLAN', 'RESOLUTION', 'ORAL', 'SUPERIOR')),
  source_no text,
  giver_id uuid,
  giver text,
  owner_id uuid,
  owner text not null check (owner <> ''),
  due_on date not null check (due_on >= day),
  target text,
  progress text check (progress in ('DONE', 'DOING', 'NOT_YET')),
  done_on date check (done_on >= day),
  evidence text,
  reporter_id uuid,
  reporter text,
  confirmer_id uuid,
  confirmer text,
  confirmed_on date,
  returned text,
  foreign key (school_id, giver_id) references school.employee,
  foreign key (school_id, owner_id) references school.employee,
  foreign key (school_id, reporter_id) references school.employee,
  foreign key (school_id, confirmer_id) references school.employee
);
call engine.protect('tasks.task', 'kept');
call logbook.keep('tasks.task', '{done_on,evidence,reporter_id,reporter,confirmer_id,confirmer,confirmed_on,returned}');
create index on tasks.task (school_id, day);
create index on tasks.task (school_id, owner_id);
-- Nobody confirms what he did or reported himself (R-TASK-2).
alter table tasks.task add constraint another_confirms check (grade = 'IMPORTED' or confirmer_id <> owner_id and confirmer_id <> reporter_id);
