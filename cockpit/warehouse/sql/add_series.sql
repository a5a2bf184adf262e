-- Series of the incoming rows that the warehouse does not hold yet.
insert into series by name
with fresh as (
    select distinct numbered.measure, numbered.place
    from numbered
    anti join series using (measure, place)
)
select
    (select coalesce(max(id), 0) from series)
        + row_number() over (order by fresh.measure, fresh.place) as id,
    measure.indicator, measure.label, place.area, place.ref_area,
    measure.freq, measure.accumulation, measure.transformation, measure.unit, measure.breakdown,
    fresh.measure, fresh.place
from fresh
join measure on measure.id = fresh.measure
join place on place.id = fresh.place
