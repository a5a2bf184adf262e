-- What single units reported, added up by place and industry on every level of both, with what
-- the protection of a cell is judged by: its units, and the two largest amounts in it.
-- A town is nine digits; rows of no town, or of no division, stand at `370402-` and `C-`.
-- Places are put together before industries, so that few rows are spread over many; what is
-- measured goes by number on the way. The hints are Spark's, to others a comment.
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

measures as (
    select
        indicator, freq, time_period, accumulation, unit,
        row_number() over (order by indicator, freq, time_period, accumulation, unit) as measure
    from (select distinct indicator, freq, time_period, accumulation, unit from told) as measured
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
    select /*+ broadcast(measures) */
        area, industry, measure, value, abs(value) as size,
        row_number() over (partition by area, industry, measure order by abs(value) desc) as nth
    from told
    join measures using (indicator, freq, time_period, accumulation, unit)
),

fine as (
    select
        area, industry, measure,
        count(*) as units,
        sum(value) as total,
        sum(size) as magnitude,
        max(case when nth = 1 then size end) as first,
        max(case when nth = 2 then size end) as second
    from ranked
    group by area, industry, measure
),

placed as (
    select /*+ broadcast(places) */
        place, industry, measure, units, total, magnitude, first, second,
        row_number() over (partition by place, industry, measure order by first desc) as nth
    from fine
    join places using (area)
),

gathered as (
    select
        place, industry, measure,
        sum(units) as units,
        sum(total) as total,
        sum(magnitude) as magnitude,
        max(first) as first,
        greatest(max(second), max(case when nth = 2 then first end)) as second
    from placed
    group by place, industry, measure
),

spread as (
    select /*+ broadcast(industry_above) */
        place, above as branch, measure, units, total, magnitude, first, second,
        row_number() over (partition by place, above, measure order by first desc) as nth
    from gathered
    join industry_above using (industry)
),

cells as (
    select /*+ rebalance */
        place, branch, measure,
        cast(sum(units) as bigint) as units,
        cast(sum(total) as decimal(38, 4)) as total,
        cast(sum(magnitude) as decimal(38, 4)) as magnitude,
        cast(max(first) as decimal(38, 4)) as first,
        cast(
            coalesce(greatest(max(second), max(case when nth = 2 then first end)), 0)
            as decimal(38, 4)
        ) as second
    from spread
    group by place, branch, measure
)

select /*+ broadcast(measures) */
    place, branch, indicator, freq, time_period, accumulation, unit,
    units, total, magnitude, first, second
from cells
join measures using (measure)
order by place, branch, indicator, freq, time_period, accumulation, unit
