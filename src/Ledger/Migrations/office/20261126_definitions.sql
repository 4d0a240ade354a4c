create table definition (id text not null, version integer not null, json text not null, made_by text not null, made_at text not null, note text, primary key (id, version));
alter table visit add column skipped integer not null default 0;
