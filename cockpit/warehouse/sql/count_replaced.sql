-- How many figures stood until this step and stand no longer: none when a month is new.
select count(*)
from around
anti join standing using (observation)
where span_start is not null
