-- The board says how many were mended today.
create index on repairs.ticket (school_id, done_day);
