-- The incoming rows, each under its series.
insert into observation by name
select
    (select coalesce(max(id), 0) from observation) + incoming.position as id,
    incoming.batch, series.id as series, incoming.start, incoming.months,
    incoming.value, incoming.unit, incoming.status,
    incoming.sheet, incoming.cell, incoming.raw, incoming.label, incoming.parents,
    incoming.ref_area, incoming.needs_review, incoming.reasons
from incoming
join numbered using (position)
join series using (measure, place)
