-- Where the incoming rows belong, where the warehouse does not know it yet.
insert into place by name
with named as (
    select distinct area, series_ref_area as ref_area from incoming
),
fresh as (
    select named.* from named anti join place using (area, ref_area)
)
select
    (select coalesce(max(id), 0) from place)
        + row_number() over (order by fresh.area, fresh.ref_area) as id,
    fresh.*
from fresh
