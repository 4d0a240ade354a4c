create table unit (id text primary key, name text not null, kind text not null, phone text, valid_from text, valid_to text);
create unique index unit_name on unit (name);
create table unit_alias (unit text not null, alias text not null, valid_from text, valid_to text, confirmed_by text, primary key (unit, alias));

create table account (id text primary key, login text not null, name text not null, unit text, roles text not null, password_hash text not null, stamp text not null, failed integer not null, locked_until text, created_at text not null, disabled_at text);
create unique index account_login on account (login);
create table setup_link (token_hash text primary key, created_at text not null, used_at text);

create table cases (id text primary key, kind text not null, title text not null, parent text, blocks_parent integer not null, office_unit text, definition text not null, version integer not null, flow text not null, flow_state {blob}, row_version integer not null, audit_seq integer not null, audit_head text not null, opened_at text not null, closed_at text, outcome text);
create index cases_parent on cases (parent);
create index cases_kind on cases (kind, closed_at);

create table visit (id text primary key, case_id text not null, node text not null, round integer not null, entered_by text not null, come_back_to text, entered_at text not null, left_at text, outcome text);
create index visit_case on visit (case_id);

create table ask (id text primary key, case_id text not null, visit_id text not null, unit text not null, seat text, grp integer not null, vocabulary text not null, state text not null, text_version text, subject text not null, delegated_from text, replaced_by text, opened_at text not null, delivered_at text, seen_at text, settled_at text, due text);
create index ask_case on ask (case_id);
create index ask_unit on ask (unit, state);

create table answer (id text primary key, ask_id text not null, case_id text not null, value text not null, text text, basis text, person_name text, person_post text, by_account text not null, by_name text not null, on_behalf_of text, at text not null, origin text not null, provisional integer not null, recorded_who text, recorded_channel text, recorded_at text);
create index answer_case on answer (case_id);
create index answer_ask on answer (ask_id);

create table clock (id text primary key, case_id text not null, owner_kind text not null, owner text not null, rule text not null, started_on text not null, fixed_on text, due text not null, unrolled text not null, explanation text not null, replay text not null);
create index clock_owner on clock (owner);
create table timer (id text primary key, clock text not null, case_id text not null, ask_id text, kind text not null, at text not null, done_at text);
create index timer_due on timer (done_at, at);

create table text_version (id text primary key, case_id text not null, kind text not null, number integer not null, made_by text not null, made_at text not null, locked_at text);
create unique index text_version_number on text_version (case_id, kind, number);
create table clause (id text primary key, version text not null, position integer not null, level integer not null, mark text not null, text text not null, lead_units text not null, responsible_units text not null, deadline_raw text, deadline_kind text, deadline_date text, hash text not null);
create index clause_version on clause (version);
create table clause_link (from_clause text not null, to_clause text not null, kind text not null, substantive integer not null, challenged_at text, primary key (from_clause, to_clause));
create table signed (answer text not null, clause text not null, hash text not null, covered integer not null, primary key (answer, clause));

create table attachment (id text primary key, case_id text not null, owner text not null, hash text not null, name text not null, type text not null, size {long} not null, by_name text not null, at text not null);
create index attachment_owner on attachment (owner);
create table attachment_content (hash text primary key, bytes {blob} not null);

create table audit_entry (stream text not null, seq integer not null, at text not null, actor text not null, actor_name text not null, on_behalf_of text, kind text not null, payload {blob}, salt {blob} not null, commitment text not null, previous text not null, hash text not null, primary key (stream, seq));

create table outbox (id text primary key, case_id text not null, seq integer not null, previous integer not null, destination text not null, kind text not null, payload text not null, created_at text not null, sent_at text);
create index outbox_unsent on outbox (sent_at, id);
create index outbox_order on outbox (destination, case_id, seq);
create table inbox (effect text primary key, at text not null);

create table notice (case_id text primary key, file_name text not null, source text not null, encoding_notice text, title text, document_number text, issuer text, issue_date text, json text not null);
create table proposal (id text primary key, case_id text not null, position integer not null, kind text not null, label text not null, source_line integer, source_text text, value text not null, original text not null, doubt text, state text not null, decided_by text, decided_at text);
create index proposal_case on proposal (case_id, kind);

create table mechanism (case_id text primary key, name text not null, office_unit text not null, substitution text not null, founded_by text not null, document_number text, notice_case text);
create table seat (id text primary key, mechanism text not null, unit text not null, role text not null, position integer not null);
create index seat_mechanism on seat (mechanism);
create table tenure (id text primary key, seat text not null, person_name text not null, post text not null, phone text, from_day text not null, to_day text, basis text not null, state text not null);
create index tenure_seat on tenure (seat);
create table issue_series (mechanism text not null, year integer not null, last integer not null, primary key (mechanism, year));

create table meeting (case_id text primary key, mechanism text not null, kind text not null, subject text not null, starts_at text not null, place text not null, agenda text not null, notice_text text, issue_year integer, issue_number integer, issued_at text);
create index meeting_mechanism on meeting (mechanism);
create table attendance (meeting text not null, unit text not null, person_name text not null, person_post text not null, stand_in integer not null, at text not null, method text not null, primary key (meeting, unit, person_name));

create table task (case_id text primary key, mechanism text not null, source_case text not null, source_clause text, number text not null, text text not null, lead_units text not null, lead_basis text not null, responsible_units text not null, deadline_raw text, deadline_kind text, deadline_date text, deadline_repaired text, past_at_import integer not null);
create index task_mechanism on task (mechanism);
