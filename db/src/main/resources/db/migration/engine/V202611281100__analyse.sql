/* What a transaction has written much of is counted by the planner before others meet it: a hundred thousand new rows that it knows
   nothing of are joined one by one. The tables belong to the owner, so the application asks him; a small sample is enough. */
create function engine.analyse_written(at_least bigint) returns int language plpgsql security definer set search_path = pg_catalog set default_statistics_target = 10 as $$
declare
  written regclass;
  done int := 0;
begin
  for written in select relid::regclass from pg_stat_xact_user_tables where n_tup_ins >= at_least order by relid loop
    execute format('analyze %s', written);
    done := done + 1;
  end loop;
  return done;
end
$$;
revoke execute on function engine.analyse_written(bigint) from public;
grant execute on function engine.analyse_written(bigint) to zw_app;
