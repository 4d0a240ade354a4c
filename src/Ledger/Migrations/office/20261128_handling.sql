create table extension_request (ask text primary key, case_id text not null, unit text not null, amount integer not null, period_unit text not null, why text not null, asked_on text not null, ruling text, ruled_by text, ruling_note text);
create index extension_request_case on extension_request (case_id);
create table finding_note (case_id text not null, finding text not null, note text not null, by_name text not null, at text not null, primary key (case_id, finding));
create table refused_attempt (id text primary key, case_id text not null, account text not null, by_name text not null, unit text, action text not null, why text not null, at text not null);
create index refused_attempt_case on refused_attempt (case_id);
