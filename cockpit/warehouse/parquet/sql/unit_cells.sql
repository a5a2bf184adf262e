-- What single units reported, added up by place and industry on every level of both, with what
-- the protection of a cell is judged by: its units, and the two largest amounts in it.
-- A town is nine digits; rows of no town, or of no division, stand at `370402-` and `C-`.
with told as (
    select
        area, industry, indicator, freq, time_period, accumulation, unit,
        cast(value as decimal(20, 4)) as value
    from reported
    union all
    select
        area, industry, asked.indicator, freq, time_period, 'stock', asked.unit,
        cast(1 as decimal(20, 4))
    from (select distinct reporting_unit, area, industry, freq, time_period from reported) as there
    cross join asked
),

towns as (
    select
        area,
        substr(area, 1, 6) as county,
        case
            when substr(area, 7, 3) in ('', '000') then concat(substr(area, 1, 6), '-')
            else substr(area, 1, 9)
        end as town
    from (select distinct area from reported) as named
),

places as (
    select towns.area, area_above.above as place
    from towns
    join area_above on area_above.area = towns.county
    union all
    select area, town as place
    from towns
),

ranked as (
    select
        told.*, abs(value) as size,
        row_number() over (
            partition by area, industry, indicator, freq, time_period, accumulation, unit
            order by abs(value) desc
        ) as nth
    from told
),

fine as (
    select
        area, industry, indicator, freq, time_period, accumulation, unit,
        count(*) as units,
        sum(value) as total,
        sum(size) as magnitude,
        max(case when nth = 1 then size end) as first,
        max(case when nth = 2 then size end) as second
    from ranked
    group by area, industry, indicator, freq, time_period, accumulation, unit
),

spread as (
    select
        place, above as branch, indicator, freq, time_period, accumulation, unit,
        units, total, magnitude, first, second,
        row_number() over (
            partition by place, above, indicator, freq, time_period, accumulation, unit
            order by first desc
        ) as nth
    from fine
    join places using (area)
    join industry_above using (industry)
)

select
    place, branch, indicator, freq, time_period, accumulation, unit,
    cast(sum(units) as bigint) as units,
    cast(sum(total) as decimal(38, 4)) as total,
    cast(sum(magnitude) as decimal(38, 4)) as magnitude,
    cast(max(first) as decimal(38, 4)) as first,
    cast(
        coalesce(greatest(max(second), max(case when nth = 2 then first end)), 0) as decimal(38, 4)
    ) as second
from spread
group by place, branch, indicator, freq, time_period, accumulation, unit
order by place, branch, indicator, freq, time_period, accumulation, unit
