-- The series of an earlier layout, each with the numbers of its measure and place.
create table numbered_series as
select series.*, measure.id as measure, place.id as place
from series
join measure using (indicator, label, freq, accumulation, transformation, unit, breakdown)
join place using (area, ref_area)
order by series.id;
drop table series;
alter table numbered_series rename to series
