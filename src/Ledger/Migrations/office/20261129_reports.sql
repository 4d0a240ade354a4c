create table duty (id text primary key, mechanism text not null, notice_case text not null, position integer not null, name text not null, reporters text not null, to_whom text not null, stated_due text not null, fields text not null, period text, first_on text, day text, units text not null, why_not text, next_due text, opens_on text, stopped_at text, stopped_by text, stopped_why text);
create index duty_mechanism on duty (mechanism);
create index duty_opens on duty (opens_on);
create table report (case_id text primary key, duty text not null, mechanism text not null, due_on text not null, units text not null);
create index report_duty on report (duty);
create table answer_field (answer text not null, position integer not null, name text not null, value text not null, primary key (answer, position));
create table figure (id text primary key, mechanism text not null, notice_case text not null, task text, position integer not null, kind text not null, name text not null, scope text not null, goal text not null, reached text, source_text text, stated_on text, confirmed_by text not null);
create index figure_mechanism on figure (mechanism);
create index figure_task on figure (task);
