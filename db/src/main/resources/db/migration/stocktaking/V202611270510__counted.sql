-- What was counted of each thing and agreed upon, for the module whose thing it is (R-3L-1).
create view stocktaking.counted with (security_invoker = true) as
  select l.school_id, l.id, p.kind, p.place_id, l.thing_id, l.quantity, l.difference, l.counted_at, c.id as campaign_id, c.no, c.name, c.grade,
    l.difference = 0 or coalesce(v.state = 'APPROVED', false) as settled
  from stocktaking.line l
  join stocktaking.place p on p.school_id = l.school_id and p.id = l.sheet_id
  join stocktaking.campaign c on c.school_id = p.school_id and c.id = p.campaign_id
  left join stocktaking.variance v on v.school_id = l.school_id and v.id = l.variance_id
  where l.difference is not null and c.state <> 'CANCELLED';
grant select on stocktaking.counted to zw_app, zw_ro, zw_audit;
