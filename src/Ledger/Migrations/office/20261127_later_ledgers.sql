create table ledger_progress (task text not null, ledger text not null, as_of text not null, status text, status_raw text, progress text, more text, added_at text not null, primary key (task, ledger));
create index ledger_progress_ledger on ledger_progress (ledger);
