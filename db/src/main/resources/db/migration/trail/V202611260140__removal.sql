/* Takes rows of a kept table away: the one way in which the application can, for what an import made and nobody refers to yet.
   The caller has written the rows, as they stand, into a record of the trail and marked them gone; what the record does not
   hold so stays. What is referred to is refused by its foreign keys, and what is posted can never go. */
create function trail.take_away(school bigint, tbl regclass, key text, ids uuid[], record uuid) returns bigint
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  name text := (select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = tbl);
  taken bigint;
  wanted bigint;
begin
  if coalesce(obj_description(tbl, 'pg_class'), '') <> 'kept' then raise exception '% is not a kept table', tbl; end if;
  execute format('select count(*) from %s x where x.school_id = $1 and x.%I = any($2)', tbl, key) into wanted using school, ids;
  execute format('with gone as materialized (
      select i -> ''r'' as r from trail.record rec cross join lateral jsonb_array_elements(rec.images) i
      where rec.school_id = $1 and rec.id = $3 and i ->> ''t'' = $4 and (i ->> ''gone'')::boolean)
    delete from %s x where x.school_id = $1 and x.%I = any($2) and trail.image(x.*) in (select r from gone)', tbl, key) using school, ids, record, name;
  get diagnostics taken = row_count;
  if taken <> wanted then raise exception 'the trail does not hold % rows of %', wanted - taken, tbl; end if;
  return taken;
end
$$;
revoke all on function trail.take_away(bigint, regclass, text, uuid[], uuid) from public;
grant execute on function trail.take_away(bigint, regclass, text, uuid[], uuid) to zw_app;
