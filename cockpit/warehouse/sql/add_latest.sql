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
    sum(points)::integer as points
from (
    select *, case when value is not null then start * 1000 + months end as moment
    from (
        select * exclude (span_start, span_months) from around where span_start is null
        union all by name
        select *, 1 as points from standing
    )
)
group by measure, place
order by measure, place
