-- A file may hold several ledgers: a run names every template that it was taken for.
alter table imports.run alter column template type text[] using array[template];
alter table imports.run rename column template to templates;

/* The lines that a run took in, as they stood, and what became of each. Without a foreign key to the run: both are written in
   one transaction and never changed, and a hundred thousand checks cost more than the rows. */
create table imports.source_row (
  school_id bigint not null references engine.school,
  run_id uuid not null,
  place int not null,
  template text not null,
  sheet text not null,
  line int not null check (line > 0),
  -- of a sheet with a column a day: which one, from 0
  col int,
  record_type text,
  record_id uuid,
  record_no text,
  cells jsonb not null,
  primary key (school_id, run_id, place)
);
create index on imports.source_row (school_id, record_id) where record_id is not null;
call engine.protect('imports.source_row', 'posted');

-- A run that was taken back: once, by whom and why.
create table imports.undone (
  school_id bigint not null,
  run_id uuid not null,
  reason text not null check (reason <> ''),
  by_id uuid,
  by_name text,
  at timestamptz not null,
  primary key (school_id, run_id),
  foreign key (school_id, run_id) references imports.run
);
call engine.protect('imports.undone', 'posted');
