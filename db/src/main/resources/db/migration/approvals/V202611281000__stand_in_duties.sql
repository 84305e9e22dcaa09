-- Whoever stands in may have been charged, since he was let, with a duty that excludes this one (domain.md §8.3): then he stamps no more.
create function approvals.judge_stand_in() returns trigger language plpgsql as $$
declare
  wanted text := (select duty from approvals.step where school_id = new.school_id and course_id = new.course_id and round_no = new.round_no and step_no = new.step_no);
  day date := (new.at at time zone 'Asia/Shanghai')::date;
begin
  if exists (select from school.duty_held where school_id = new.school_id and employee_id = new.employee_id and day between valid_from and coalesce(valid_to, day) and school.incompatible(duty, wanted)) then
    raise exception 'one person may not act as % beside a duty of his own', wanted using errcode = 'check_violation', constraint = 'stamp_compatible';
  end if;
  return new;
end
$$;
create trigger judge_stand_in before insert on approvals.stamp for each row when (new.delegation_id is not null) execute function approvals.judge_stand_in();
