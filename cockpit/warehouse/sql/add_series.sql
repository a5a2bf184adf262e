-- Series named by the incoming rows that the warehouse does not hold yet.
insert into series by name
with named as (
    select distinct
        indicator, series_label as label, area, series_ref_area as ref_area,
        freq, accumulation, transformation, base_unit as unit, breakdown
    from incoming
),
fresh as (
    select named.*
    from named
    anti join series
        using (indicator, label, area, ref_area, freq, accumulation, transformation, unit, breakdown)
)
select
    (select coalesce(max(id), 0) from series) + row_number() over () as id,
    fresh.*
from fresh
