-- What the incoming rows measure, where the warehouse does not know it yet.
insert into measure by name
with named as (
    select distinct
        indicator, series_label as label, freq, accumulation, transformation,
        base_unit as unit, breakdown
    from incoming
),
fresh as (
    select named.*
    from named
    anti join measure
        using (indicator, label, freq, accumulation, transformation, unit, breakdown)
)
select
    (select coalesce(max(id), 0) from measure) + row_number() over (
        order by indicator, label, transformation, breakdown, freq, accumulation, unit
    ) as id,
    fresh.*
from fresh
