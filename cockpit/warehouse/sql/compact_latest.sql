-- The same rows, sorted.
create table sorted as
select * from latest order by measure, place;
drop table latest;
alter table sorted rename to latest
