-- What stood in the touched series until this step, in one scan: a row for each touched span
-- that held a figure, and one for the head of all the others.
insert into around by name
select
    figure.measure, figure.place, touched.start as span_start, touched.months as span_months,
    arg_max(figure.start, moment) as start,
    arg_max(figure.months, moment) as months,
    arg_max(figure.value, moment) as value,
    arg_max(figure.unit, moment) as unit,
    arg_max(figure.status, moment) as status,
    case when touched.start is null
        then arg_max(figure.observation, moment)
        else max(figure.observation)
    end as observation,
    count(*) as points
from (
    select *, case when value is not null then start * 1000 + months end as moment from figure
    where until = :ever
) as figure
join (select distinct measure, place from touched) as told
    on told.measure = figure.measure and told.place = figure.place
left join touched
    on touched.measure = figure.measure and touched.place = figure.place
    and touched.start = figure.start and touched.months = figure.months
group by figure.measure, figure.place, touched.start, touched.months
