-- The incoming rows' measures and places by their numbers.
create or replace temp table numbered as
select incoming.position, measure.id as measure, place.id as place
from incoming
join measure
    on measure.indicator = incoming.indicator
    and measure.label = incoming.series_label
    and measure.freq = incoming.freq
    and measure.accumulation = incoming.accumulation
    and measure.transformation = incoming.transformation
    and measure.unit = incoming.base_unit
    and measure.breakdown = incoming.breakdown
join place
    on place.area = incoming.area
    and place.ref_area = incoming.series_ref_area
