-- The roles of the house. Run before the migrations by whoever may create roles; safe to run again.
-- zw_owner owns every table and runs the migrations; zw_app works; zw_ro reads; zw_sealer seals the trail; zw_audit verifies.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['zw_owner', 'zw_app', 'zw_ro', 'zw_sealer', 'zw_audit'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', role_name);
    end if;
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant create, connect on database %I to zw_owner', current_database());
  execute format('grant connect on database %I to zw_app, zw_ro, zw_sealer, zw_audit', current_database());
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant zw_owner to %I', current_user);
  end if;
end
$$;
create schema if not exists ext authorization zw_owner;
grant usage on schema ext to public;
create extension if not exists btree_gist schema ext;
create extension if not exists pg_trgm schema ext;
