create table desk_ask (id text primary key, case_id text not null, case_title text not null, subject text not null, vocabulary text not null, due text, text text, received_at text not null, state text not null);
create index desk_ask_state on desk_ask (state, due);
create table desk_answer (id text primary key, ask_id text not null, value text not null, text text, basis text, person_name text, person_post text, takes_back integer not null, by_account text not null, by_name text not null, at text not null, refused text);
create index desk_answer_ask on desk_answer (ask_id);
create table desk_note (case_id text not null, seq integer not null, ask_id text, kind text not null, text text not null, at text not null, primary key (case_id, seq));

create table desk_applied (case_id text primary key, seq integer not null);
create table desk_held (case_id text not null, seq integer not null, previous integer not null, kind text not null, payload text not null, primary key (case_id, seq));

create table inbox (effect text primary key, at text not null);
create table outbox (id text primary key, case_id text not null, seq integer not null, previous integer not null, destination text not null, kind text not null, payload text not null, created_at text not null, sent_at text);
create index outbox_unsent on outbox (sent_at, id);
create index outbox_order on outbox (destination, case_id, seq);
