-- Rows that cannot be added up, counted by kind, each kind with one example.
with gaps as (
    select 'gap' as fault, coalesce(reporting_unit, '?') as example
    from reported
    where
        reporting_unit is null or area is null or industry is null or indicator is null
        or freq is null or time_period is null or accumulation is null or unit is null
        or value is null
),

strangers as (
    select 'area' as fault, reported.area as example
    from reported
    left join area_above
        on area_above.area = substr(reported.area, 1, 6) and area_above.above = area_above.area
    where area_above.area is null or length(reported.area) not in (6, 9, 12)
),

unlisted as (
    select 'industry' as fault, reported.industry as example
    from reported
    left join industry_above
        on industry_above.industry = reported.industry and industry_above.above = ''
    where industry_above.industry is null
),

twice as (
    select 'twice' as fault, concat(reporting_unit, ' ', indicator, ' ', time_period) as example
    from reported
    group by reporting_unit, indicator, freq, time_period, accumulation
    having count(*) > 1
),

every as (
    select * from gaps
    union all
    select * from strangers
    union all
    select * from unlisted
    union all
    select * from twice
)

select fault, count(*) as told, min(example) as example
from every
group by fault
order by fault
