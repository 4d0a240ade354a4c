create table item (case_id text primary key, kind text not null, session_name text not null, number text not null, part text not null, title text not null, text text not null, constituency text, suggested text not null, is_key integer not null, leader text, outside text, uploaded_at text, counterpart text not null, rules text not null, scheme text not null, signer_level text not null, received_on text not null, assigned_on text, fixed_on text, is_complex integer not null, year integer not null, part_of text, merged_into text, redo_round integer not null, redo_on text, class_code text, class_reason text, upgraded_on text, initials text not null, not_accepted text, last_text text);
create unique index item_number on item (counterpart, kind, session_name, number, part);
create index item_merged on item (merged_into);
create index item_part on item (part_of);
create table item_signer (id text primary key, case_id text not null, position integer not null, name text not null, is_lead integer not null, forwarded integer not null, contact text);
create index item_signer_case on item_signer (case_id);
create table item_handler (case_id text not null, unit text not null, duty text not null, assigned_on text not null, primary key (case_id, unit));
create index item_handler_unit on item_handler (unit);
create table hand_over (id text primary key, case_id text not null, from_name text not null, to_name text not null, on_day text not null, note text);
create index hand_over_case on hand_over (case_id);

create table contact (id text primary key, kind text not null, on_day text not null, unit text not null, people text not null, note text not null, by_name text not null, at text not null);
create table contact_item (contact text not null, case_id text not null, primary key (contact, case_id));
create index contact_item_case on contact_item (case_id);
create table return_request (ask text primary key, case_id text not null, unit text not null, reason text not null, proposed text not null, head text not null, asked_on text not null, ruling text, ruled_on text, ruled_by text, ruling_reason text);
create index return_request_case on return_request (case_id);

create table reply_part (clause text primary key, version text not null, class_code text);
create index reply_part_version on reply_part (version);
create table reply (id text primary key, case_id text not null, unit text not null, round integer not null, version text not null, class_code text not null, number text not null, own_number integer not null, sent_on text not null, publication text not null, publication_reason text, public_text text, published_on text, late_units text not null, contact_name text, contact_phone text);
create index reply_case on reply (case_id);
create table reply_copy (reply text not null, signer text not null, name text not null, primary key (reply, signer));
create table reply_series (unit text not null, kind text not null, year integer not null, last integer not null, primary key (unit, kind, year));

create table feedback (id text primary key, case_id text not null, reply text not null, signer text not null, mode text not null, attitude text not null, result text not null, reason text, by_account text not null, by_name text not null, at text not null, second_by text, second_name text, released_on text);
create index feedback_case on feedback (case_id);
create unique index feedback_signer on feedback (reply, signer);
create table feedback_link (token_hash text primary key, case_id text not null, reply text not null, signer text not null, made_at text not null, expires_at text not null, used_at text);
create table feedback_attempt (id text primary key, at text not null, case_id text, why text not null);
create table commitment (ask text primary key, case_id text not null, unit text not null, text text not null, due text not null, made_on text not null, looked_back_on text, look_back_note text);
create index commitment_case on commitment (case_id);

create table bulk_job (id text primary key, kind text not null, label text not null, account text not null, by_name text not null, total integer not null, made_at text not null, finished_at text);
create index bulk_job_open on bulk_job (finished_at, made_at);
create table bulk_item (job text not null, position integer not null, label text not null, case_id text, payload text not null, state text not null, error text, done_at text, primary key (job, position));
create index bulk_item_state on bulk_item (job, state);
