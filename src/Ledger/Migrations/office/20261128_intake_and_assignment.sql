create index clock_case on clock (case_id);
alter table item add column ruled_hosts text not null default '';
alter table item add column ruled_co_handlers text not null default '';
create table unit_duty (id text primary key, unit text not null, words text not null, source text not null, set_at text not null, ended_at text);
create index unit_duty_unit on unit_duty (unit);
create table access_key (hash text primary key, account text not null, label text not null, made_at text not null, expires_on text not null, ended_at text);
create table platform_columns (office_unit text primary key, headings text not null);
