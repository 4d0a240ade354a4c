create table plan (case_id text primary key, mechanism text not null, subject text not null, lead_unit text not null, opinions_seen text not null, meeting text, topic text, deliberated_by text, deliberated_on text, signed_on text, number_id text, issued_at text, amends text);
create index plan_mechanism on plan (mechanism);
create table plan_unit (plan text not null, unit text not null, role text not null, position integer not null, grp integer not null, primary key (plan, unit));

create table clause_opinion (id text primary key, answer text not null, clause text, value text not null, text text, basis text);
create index clause_opinion_answer on clause_opinion (answer);
create table adoption (id text primary key, case_id text not null, opinion text not null, decision text not null, reason text, by_name text not null, at text not null);
create index adoption_case on adoption (case_id);

create table plan_check (id text primary key, case_id text not null, kind text not null, outcome text not null, text text, by_name text not null, at text not null);
create index plan_check_case on plan_check (case_id);

create table document_number (id text primary key, series text not null, year integer not null, number integer not null, state text not null, case_id text not null, origin text not null, reason text, at text not null);
create unique index document_number_once on document_number (series, year, number);

create table final_text (case_id text not null, attachment text not null, differences text not null, by_name text not null, at text not null, primary key (case_id, attachment));
create table archive_copy (id text primary key, case_id text not null, unit text not null, kind text not null, place text not null, by_name text not null, at text not null);
create index archive_copy_case on archive_copy (case_id);

create table disagreement (case_id text primary key, plan text not null, unit text not null, lead_unit text not null, clause text, question text not null, proposal text not null);
create index disagreement_plan on disagreement (plan);

create table coverage_note (id text primary key, case_id text not null, clause text not null, finding text not null, reason text, by_name text not null, at text not null);
create index coverage_note_case on coverage_note (case_id);
create table milestone (id text primary key, task text not null, position integer not null, text text not null, deadline_raw text, deadline_date text);
create index milestone_task on milestone (task);
