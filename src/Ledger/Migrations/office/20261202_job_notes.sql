-- What is to be said of a row of a job that was done, such as what stayed as registered.
alter table bulk_item add column note text;
