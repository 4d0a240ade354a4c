alter table item add column fate text;
create table item_ledger_word (id text primary key, case_id text not null, as_of text not null, status text, status_raw text, progress text, assigned_on text, signed_on text, replied_on text, closed_on text, reply_number text, class_raw text, feedback_raw text, more text, why text, source_file text, source_place text, added_at text not null);
create index item_ledger_word_case on item_ledger_word (case_id, as_of);
