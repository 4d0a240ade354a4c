alter table account add password_given_at text;
