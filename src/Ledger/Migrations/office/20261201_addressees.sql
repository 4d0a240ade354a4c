create table addressee (id text primary key, mechanism text not null, notice_case text not null, position integer not null, words text not null, units text not null);
create index addressee_mechanism on addressee (mechanism);
