create index item_year on item (year, kind);
