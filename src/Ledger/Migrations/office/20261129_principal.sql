alter table unit add principal text;
