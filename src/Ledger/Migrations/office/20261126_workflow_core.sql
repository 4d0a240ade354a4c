alter table cases add paused_at text;
alter table cases add paused_why text;
alter table visit add left_by text;
alter table ask add within text;
alter table ask add holder text;
alter table answer add deputy_for text;

create table clock_change (id text primary key, clock text not null, case_id text not null, kind text not null, detail text, by_account text not null, by_name text not null, why text not null, at text not null);
create index clock_change_clock on clock_change (clock);
create index clock_running on clock (due);

create table urged (ask_id text not null, day text not null, by_name text not null, primary key (ask_id, day));

create table copy (id text primary key, case_id text not null, unit text not null, text_version text, note text, sent_by text not null, sent_at text not null, read_at text, read_by text);
create index copy_unit on copy (unit, read_at);
create index copy_case on copy (case_id);

create table stand_in (id text primary key, account text not null, substitute text not null, kind text not null, scope_kind text not null, scope text, from_day text not null, to_day text, why text not null, made_by text not null, made_at text not null, ended_at text);
create index stand_in_account on stand_in (account);
create index stand_in_substitute on stand_in (substitute);

create table inner_chain (unit text not null, vocabulary text not null, position integer not null, title text not null, account text not null, primary key (unit, vocabulary, position));
create table lease (name text primary key, holder text not null, until text not null);
