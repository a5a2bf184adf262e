-- The last figure that stands of each touched series.
insert into latest by name
select
    measure, place,
    arg_max(start, moment) as start,
    arg_max(months, moment) as months,
    arg_max(observation, moment) as observation,
    arg_max(value, moment) as value,
    arg_max(unit, moment) as unit,
    arg_max(status, moment) as status,
    count(*) as points
from (
    select figure.*, case when value is not null then start * 1000 + months end as moment
    from figure
    join (select distinct measure, place from touched) as told using (measure, place)
    where until = :ever
)
group by measure, place
order by measure, place
