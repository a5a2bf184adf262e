-- Where the series of an earlier layout belong.
insert into place by name
select row_number() over (order by area, ref_area) as id, area, ref_area
from (select distinct area, ref_area from series)
