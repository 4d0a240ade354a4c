create index timer_ask on timer (ask_id, done_at);
