-- The school's own Word file that reports are written into. The newest row holds; without an original the product's own paper does.
create table termreport.letterhead (
  school_id bigint not null,
  id uuid not null,
  original text,
  name text,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  primary key (school_id, id),
  check ((original is null) = (name is null)),
  foreign key (school_id, set_by) references school.employee
);
call engine.protect('termreport.letterhead', 'posted');
