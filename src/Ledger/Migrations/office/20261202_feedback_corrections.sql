-- 更正反馈: what had been entered before, kept beside what holds.
create table feedback_former (id text primary key, case_id text not null, reply text not null, signer text not null, mode text not null, attitude text not null, result text not null, reason text, by_account text not null, by_name text not null, at text not null, second_by text, second_name text, why text not null, corrected_by text not null, corrected_name text not null, corrected_at text not null);
create index feedback_former_reply on feedback_former (reply);
