-- What runs low is asked for with every third page of a storekeeper: the few items that have a minimum, and what lies there of each.
create index on stores.item (school_id) where active and minimum is not null;
create index on stores.balance (school_id, item_id);
