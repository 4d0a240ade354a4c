create unique index reply_number on reply (unit, number);
