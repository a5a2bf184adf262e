-- Figures that stand from this step on.
insert into figure by name
select standing.*, :seq as since, :ever as until
from standing
anti join (select observation from around where span_start is not null) using (observation)
order by measure, place, start, months
