-- What every module stands on: tenancy by row-level security, idempotency, gapless series, jobs.

/* Puts a table under the house's rules. kind: 'draft' may be changed and deleted, 'kept' may be changed but never
   deleted (masters), 'posted' may only be added to. Every statement of the application sees one school only. */
create procedure engine.protect(tbl regclass, kind text) language plpgsql as $$
declare
  schema_name text := (select nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tbl);
  rights text := case kind when 'draft' then 'select, insert, update, delete' when 'kept' then 'select, insert, update' when 'posted' then 'select, insert' end;
begin
  if rights is null then raise exception 'protect: kind % is not draft, kept or posted', kind; end if;
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy tenant on %s using (school_id = nullif(current_setting(''app.school'', true), '''')::bigint) with check (school_id = nullif(current_setting(''app.school'', true), '''')::bigint)', tbl);
  execute format('create policy audit on %s for select to zw_audit using (true)', tbl);
  execute format('grant usage on schema %I to zw_app, zw_ro, zw_audit', schema_name);
  execute format('grant %s on %s to zw_app', rights, tbl);
  execute format('grant select on %s to zw_ro, zw_audit', tbl);
  execute format('comment on table %s is %L', tbl, kind);
end
$$;

-- The schools of this instance: a table of no tenant, because it says which tenants there are.
create table engine.school (
  school_id bigint primary key check (school_id > 0),
  code text not null unique check (code ~ '^[a-z0-9-]{1,32}$'),
  name text not null check (name <> ''),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
grant usage on schema engine to zw_app, zw_ro, zw_sealer, zw_audit;
grant select, insert on engine.school to zw_app;
grant select on engine.school to zw_ro, zw_sealer, zw_audit;

-- Which migrations this database has seen, as one fingerprint: a start with nothing new skips Flyway. Of no tenant.
create table engine.migrated (
  only_row boolean primary key default true check (only_row),
  fingerprint text not null,
  at timestamptz not null default now()
);

-- Gapless numbers: one row a series and period, taken last (house.md, Data).
create table engine.series (
  school_id bigint not null references engine.school,
  series text not null,
  period text not null,
  last bigint not null check (last >= 0),
  primary key (school_id, series, period)
);
call engine.protect('engine.series', 'kept');

-- One row a rendered form that was accepted; the same key again gets the same answer, with another body a refusal.
create table engine.idempotency (
  school_id bigint not null references engine.school,
  actor_id uuid not null,
  key uuid not null,
  body_hash bytea not null,
  location text not null,
  at timestamptz not null default now(),
  primary key (school_id, actor_id, key)
);
call engine.protect('engine.idempotency', 'posted');

-- The one jobs table: work that may come later, kept until it succeeded or gave up.
create table engine.job (
  school_id bigint not null references engine.school,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  primary key (school_id, id)
);
create index on engine.job (school_id, run_at) where state = 'WAITING';
call engine.protect('engine.job', 'draft');
