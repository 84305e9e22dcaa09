-- A long file is tried, taken in or taken back by a job: how far it is, and how it ended.
create table imports.task (
  school_id bigint not null references engine.school,
  id uuid not null,
  kind text not null check (kind in ('TRY', 'TAKE', 'UNDO')),
  -- the run that will come of it; of an UNDO, the one that is taken back
  run_id uuid not null,
  -- the trial that is taken in
  tried_id uuid,
  file_name text not null,
  sha256 text not null,
  wanted jsonb not null,
  whole boolean not null,
  again boolean not null,
  reason text,
  state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED')),
  phase text,
  done int not null default 0,
  total int not null default 0,
  cancelled boolean not null default false,
  refusal text,
  by_id uuid not null,
  by_name text not null,
  duties text[] not null,
  language text not null,
  at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, sha256) references files.original
);
call engine.protect('imports.task', 'draft');
