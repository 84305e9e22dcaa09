-- What came back was not consumed: it counts against the day on which it was issued, so that the quota of that time is free again.
create or replace view stores.consumed with (security_invoker = true) as
  select i.school_id, i.receiver_id, i.department_id, i.class_id, l.item_id, i.business_date, l.quantity
  from stores.issue i join stores.issue_line l on l.school_id = i.school_id and l.issue_id = i.id
  where i.reversal_of is null and i.work_id is null and i.handout_id is null
    and not exists (select from stores.issue x where x.school_id = i.school_id and x.reversal_of = i.id)
  union all
  select i.school_id, i.receiver_id, i.department_id, i.class_id, l.item_id, i.business_date, (-l.quantity)::numeric(18, 3)
  from stores.slip s join stores.slip_line l on l.school_id = s.school_id and l.slip_id = s.id
  join stores.issue i on i.school_id = s.school_id and i.id = s.source_id
  where s.kind = 'RETURN' and s.reversal_of is null and i.work_id is null and i.handout_id is null
    and not exists (select from stores.slip x where x.school_id = s.school_id and x.reversal_of = s.id);
