-- Published growth over the year before, beside the ratio of the two published levels.
-- Both levels span the same months of their years; over a level of nothing or less there is no
-- rate. Where a series is kept in two kinds of unit, nothing says of which the growth speaks.
-- The hint, to others a comment, spares Spark doing all of it twice: once to learn the order.
with levels as (
    select
        indicator, area, breakdown, freq, accumulation, start, months,
        dimension, value * factor as level
    from figures
    where transformation = 'level' and value is not null
),

single as (
    select indicator, area, breakdown, freq, accumulation
    from levels
    group by indicator, area, breakdown, freq, accumulation
    having count(distinct dimension) = 1
),

year_later as (
    select
        indicator, area, breakdown, freq, accumulation, start + 12 as start, months,
        level as level_before
    from levels
    where level > 0
),

growth as (
    select
        indicator, area, breakdown, freq, accumulation, start, months,
        value as published
    from figures
    where transformation = 'yoy' and value is not null
),

beside as (
    select /*+ rebalance */
        indicator, area, breakdown, freq, accumulation, start, months,
        dimension, level_before, level, published,
        (level / level_before - 1) * 100 as ratio_of_levels
    from growth
    join single using (indicator, area, breakdown, freq, accumulation)
    join levels using (indicator, area, breakdown, freq, accumulation, start, months)
    join year_later using (indicator, area, breakdown, freq, accumulation, start, months)
)

select *
from beside
order by indicator, area, breakdown, freq, accumulation, start, months
