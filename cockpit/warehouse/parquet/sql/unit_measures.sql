-- What was reported: which indicators, for which periods, in which units, and by how many rows.
select indicator, freq, time_period, accumulation, unit, count(*) as told
from reported
group by indicator, freq, time_period, accumulation, unit
order by indicator, freq, time_period, accumulation, unit
