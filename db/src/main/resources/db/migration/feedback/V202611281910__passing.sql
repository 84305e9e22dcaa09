-- Whoever cannot settle it himself asks somebody else, and stays its owner (R-ISS2-2).
alter table feedback.issue add column passed_id uuid, add column passed text, add foreign key (school_id, passed_id) references school.employee;
grant update (passed_id, passed) on feedback.issue to zw_app;
