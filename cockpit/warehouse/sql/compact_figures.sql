-- The same rows, sorted.
create table sorted as
select * from figure order by measure, place, start, months, since;
drop table figure;
alter table sorted rename to figure
