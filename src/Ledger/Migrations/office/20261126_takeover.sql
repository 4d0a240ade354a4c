create table taken_over (task text primary key, ledger text not null, mechanism text not null, as_of text not null, number text not null, status text, status_raw text, progress text, more text, row_key text not null);
create index taken_over_mechanism on taken_over (mechanism);
create index taken_over_ledger on taken_over (ledger);

create table learned (office_unit text not null, kind text not null, source text not null, reading text not null, confirmed_by text not null, confirmed_at text not null, times integer not null, primary key (office_unit, kind, source));
