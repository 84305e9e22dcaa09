/* What every logbook has (docs/decisions/0007): a number, a state, who made it and how, and the way to take it back. Called for a
   table right after engine.protect. What was first written down stays: the application may only set the state, the columns in
   which later steps are written, and the mark that the whole record is void. A void record is final. */
create procedure logbook.keep(tbl regclass, later text[] default '{}') language plpgsql as $$
begin
  execute format($f$alter table %s
    add column no text not null check (no <> ''),
    add column state text not null,
    add column version int not null default 1,
    add column doubts text check (doubts <> ''),
    add column grade text not null check (grade in ('IMPORTED', 'WORKED')),
    add column made_by uuid not null,
    add column made_by_name text not null,
    add column made_at timestamptz not null,
    add column voided_by uuid,
    add column voided_at timestamptz,
    add column void_reason text check (void_reason <> ''),
    add primary key (school_id, id),
    add unique (school_id, no),
    add foreign key (school_id, made_by) references school.employee,
    add check ((state = 'VOID') = (voided_at is not null) and (voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by is null))$f$, tbl);
  execute format('revoke update on %s from zw_app', tbl);
  execute format('grant update (%s) on %s to zw_app',
    (select string_agg(quote_ident(c), ', ') from unnest(array['state', 'version', 'voided_by', 'voided_at', 'void_reason'] || later) c), tbl);
  execute format('create policy final on %s as restrictive for update to zw_app using (voided_at is null) with check (true)', tbl);
end
$$;
