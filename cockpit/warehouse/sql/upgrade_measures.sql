-- What the series of an earlier layout measure.
insert into measure by name
select row_number() over (
        order by indicator, label, transformation, breakdown, freq, accumulation, unit
    ) as id, *
from (
    select distinct indicator, label, freq, accumulation, transformation, unit, breakdown
    from series
)
