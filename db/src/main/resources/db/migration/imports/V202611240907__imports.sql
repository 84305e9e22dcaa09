-- One row a file that was read: what it held, what went in, what did not and why.
create table imports.run (
  school_id bigint not null references engine.school,
  id uuid not null,
  template text not null,
  file_name text not null,
  sha256 text not null,
  dry boolean not null,
  rows_read int not null,
  rows_accepted int not null,
  rows_duplicate int not null,
  rows_warning int not null,
  rows_problem int not null,
  findings jsonb not null,
  by_id uuid,
  at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, sha256) references files.original
);
create index on imports.run (school_id, sha256);
call engine.protect('imports.run', 'posted');

-- A header that a person has mapped by hand is remembered.
create table imports.heading (
  school_id bigint not null references engine.school,
  template text not null,
  heading text not null,
  field text not null,
  primary key (school_id, template, heading)
);
call engine.protect('imports.heading', 'draft');
