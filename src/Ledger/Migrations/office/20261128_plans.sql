alter table unit add successor text;
alter table milestone add reached_at text;
alter table milestone add reached_by text;
alter table milestone add reached_note text;
create table task_target (id text primary key, task text not null, position integer not null, text text not null);
create index task_target_task on task_target (task);
