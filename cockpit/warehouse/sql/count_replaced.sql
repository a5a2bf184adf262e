-- How many figures stood until this step and stand no longer: none when a month is new.
select count(*)
from held
anti join standing using (observation)
