-- The whole storekeeper's day: returns, transfers, scrap, loans, stocktakes and corrected prices move the same cards.
alter table stores.move drop constraint move_kind_check;
alter table stores.move add constraint move_kind_check check (kind in ('OPENING', 'RECEIPT', 'ISSUE', 'RECEIPT_REVERSAL', 'ISSUE_REVERSAL', 'RETURN',
  'TRANSFER_IN', 'TRANSFER_OUT', 'SUPPLIER_RETURN', 'PRICE_DIFFERENCE', 'SCRAP', 'COUNT_GAIN', 'COUNT_LOSS', 'LOAN_LOSS'));
-- A corrected price changes what a card is worth and not how much lies there.
alter table stores.move drop constraint move_quantity_check;
alter table stores.move add constraint move_quantity_check check (quantity <> 0 or amount <> 0 and kind = 'PRICE_DIFFERENCE');
-- With whom or why, where the document is no receipt and no issue.
alter table stores.move add column memo text;

-- What is lent out is still the school's and still worth its money, but it does not lie on the shelf (R-3L-1, R-LOAN-1):
-- quantity is what the school owns, quantity - lent what can be taken.
alter table stores.balance add column lent numeric(18, 3) not null default 0;
alter table stores.balance add constraint balance_lent_check check (lent >= 0 and lent <= quantity);
