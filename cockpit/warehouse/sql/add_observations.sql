-- The incoming rows, each under its series.
insert into observation by name
select
    (select coalesce(max(id), 0) from observation) + incoming.position as id,
    incoming.batch, series.id as series, incoming.start, incoming.months,
    incoming.value, incoming.unit, incoming.status,
    incoming.sheet, incoming.cell, incoming.raw, incoming.label, incoming.parents,
    incoming.ref_area, incoming.needs_review, incoming.reasons
from incoming
join series
    on series.indicator = incoming.indicator
    and series.label = incoming.series_label
    and series.area = incoming.area
    and series.ref_area = incoming.series_ref_area
    and series.freq = incoming.freq
    and series.accumulation = incoming.accumulation
    and series.transformation = incoming.transformation
    and series.unit = incoming.base_unit
    and series.breakdown = incoming.breakdown
