-- Whose honour it is, where it is one person's: it stands in his own summary (domain.md §3.55, §3.58).
alter table staff.honour
  add column person_id uuid,
  add column person text check (person <> ''),
  add foreign key (school_id, person_id) references school.employee;
create index on staff.honour (school_id, person_id);
