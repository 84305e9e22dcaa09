-- The append-only log of every change, its seals, and the log of prints (reliability.md §4.4).

/* One part of a leaf: its length in bytes stands before it, so that nothing can slip from one column into the next. */
create function trail.part(value text) returns text language sql immutable parallel safe
  return coalesce(octet_length(value) || ':' || value, '~');

/* The leaf: SHA-256 over every column in one canonical text. The verifier computes the same in Java, apart from this. */
create function trail.leaf(school_id bigint, id uuid, seq bigint, at timestamptz, actor_id uuid, actor_name text, action text,
    object_type text, object_id uuid, object_no text, reason text, request_id text, images jsonb) returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(trail.part(school_id::text) || trail.part(id::text) || trail.part(seq::text)
    || trail.part((extract(epoch from at) * 1000000)::bigint::text) || trail.part(actor_id::text) || trail.part(actor_name)
    || trail.part(action) || trail.part(object_type) || trail.part(object_id::text) || trail.part(object_no)
    || trail.part(reason) || trail.part(request_id) || trail.part(images::text), 'UTF8'));

/* The full image of a row. Instants are written in UTC, whatever the zone of the session that asks. */
create function trail.image(whole anyelement) returns jsonb language sql stable parallel safe set timezone = 'UTC'
  as $$ select to_jsonb(whole) $$;

create table trail.record (
  school_id bigint not null references engine.school,
  id uuid not null,
  -- the order in which one row's versions were written: two changes of a row wait for each other, clocks may stand still
  seq bigint not null generated always as identity,
  at timestamptz not null,
  actor_id uuid,
  actor_name text,
  action text not null,
  object_type text not null,
  object_id uuid not null,
  object_no text,
  reason text,
  request_id text,
  -- the full image of every row that this change wrote: [{"t": "stores.issue", "r": {…}}, …]
  images jsonb not null,
  h bytea not null generated always as (trail.leaf(school_id, id, seq, at, actor_id, actor_name, action, object_type, object_id, object_no, reason, request_id, images)) stored,
  primary key (school_id, id)
);
create index on trail.record (school_id, object_id, at);
create index on trail.record (school_id, at);
create unique index on trail.record (school_id, seq);
create index on trail.record (seq);
call engine.protect('trail.record', 'posted');

-- One link of a school's chain: the Merkle root over cnt leaves in the order of seq, chained to the link before.
create table trail.seal (
  school_id bigint not null references engine.school,
  n bigint not null check (n > 0),
  cnt int not null check (cnt > 0),
  root bytea not null,
  prev bytea not null,
  chain bytea not null,
  sealed_at timestamptz not null,
  primary key (school_id, n)
);
call engine.protect('trail.seal', 'posted');

-- Which leaf stands in which seal, and where: a sidecar, because rows commit out of the order of their ids.
create table trail.sealed (
  school_id bigint not null,
  record_id uuid not null,
  n bigint not null,
  pos int not null,
  -- the leaf as it was sealed: names the record when a root no longer holds
  h bytea not null,
  primary key (school_id, record_id),
  unique (school_id, n, pos),
  foreign key (school_id, record_id) references trail.record,
  foreign key (school_id, n) references trail.seal
);
call engine.protect('trail.sealed', 'posted');

-- The application may read seals, never write them.
revoke insert on trail.seal, trail.sealed from zw_app;
grant usage on schema trail to zw_sealer;
grant select on trail.record to zw_sealer;
grant select, insert on trail.seal, trail.sealed to zw_sealer;
create policy sealer on trail.record for select to zw_sealer using (true);
create policy sealer on trail.seal to zw_sealer using (true) with check (true);
create policy sealer on trail.sealed to zw_sealer using (true) with check (true);

-- Every print of a document: the second one is marked 补打.
create table trail.print (
  school_id bigint not null references engine.school,
  object_id uuid not null,
  nth int not null check (nth > 0),
  object_type text not null,
  by_id uuid,
  by_name text,
  at timestamptz not null default now(),
  primary key (school_id, object_id, nth)
);
call engine.protect('trail.print', 'posted');
