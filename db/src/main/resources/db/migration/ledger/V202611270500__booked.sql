-- What each document put on each account, for whoever proves that his own records say the same (R-STK-4).
create view ledger.booked with (security_invoker = true) as
  select e.school_id, e.object_id, e.object_no, e.business_date, l.account, sum(l.debit - l.credit)::bigint as amount
  from ledger.entry e join ledger.entry_line l on l.school_id = e.school_id and l.entry_id = e.id
  group by e.school_id, e.object_id, e.object_no, e.business_date, l.account;
grant select on ledger.booked to zw_app, zw_ro, zw_audit;
