-- A posted document keeps who wrote it: the draft that knew it is gone. Documents posted before this have nobody here, and
-- every one after must have somebody.
alter table stores.receipt add column made_by uuid, add column made_at timestamptz;
alter table stores.receipt add foreign key (school_id, made_by) references school.employee;
alter table stores.receipt add constraint receipt_made check (made_by is not null and made_at is not null) not valid;

alter table stores.issue add column made_by uuid, add column made_at timestamptz;
alter table stores.issue add foreign key (school_id, made_by) references school.employee;
alter table stores.issue add constraint issue_made check (made_by is not null and made_at is not null) not valid;
