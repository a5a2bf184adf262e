-- The order of rows in every file that a lake writes from now on.
alter table figure set sorted by (measure asc, place asc, start asc, months asc, since asc);
alter table latest set sorted by (measure asc, place asc);
alter table observation set sorted by (id asc)
