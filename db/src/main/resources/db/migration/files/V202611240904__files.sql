-- Originals, kept by content: the bytes stand on disk under their SHA-256, here stands what they are and what they belong to.
create table files.original (
  school_id bigint not null references engine.school,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  stored_at timestamptz not null default now(),
  primary key (school_id, sha256)
);
call engine.protect('files.original', 'posted');

create table files.attachment (
  school_id bigint not null,
  id uuid not null,
  object_type text not null,
  object_id uuid not null,
  sha256 text not null,
  name text not null check (name <> ''),
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, sha256) references files.original
);
create index on files.attachment (school_id, object_id);
call engine.protect('files.attachment', 'posted');
