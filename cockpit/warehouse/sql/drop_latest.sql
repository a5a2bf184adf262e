-- The heads of the touched series, to be told anew.
delete from latest
using (select distinct measure, place from touched) as told
where latest.measure = told.measure and latest.place = told.place
