-- A year's figures, and one in fifty of the year before again.
create temp table incoming as
with figure as (
    select w_measure.*, w_area.number as area_number, w_area.area, w_period.start, w_period.months,
        w_period.year,
        hash(w_measure.number, w_area.number, start, months) as chance
    from w_measure
    join w_period using (freq)
    join w_area on w_measure.number = 0 or w_area.number < :areas
    where w_period.year in (:year, :year - 1)
),
told as (
    select *, case when year = :year then 0 else 1 end as again
    from figure
    where year = :year or chance % 50 = 0
)
select
    (:batch)::integer as batch,
    row_number() over (order by number, area_number, start, months) as position,
    start::integer as start, months::smallint as months,
    indicator, '' as series_label, area, '' as series_ref_area, freq,
    case when freq = 'A' then 'period' else 'ytd' end as accumulation,
    transformation, base_unit, '' as breakdown,
    round(100 + months * 10 + (chance % 10000) / 100 + again, 2)::double as value,
    unit, 'A' as status, '' as sheet,
    concat(chr((65 + start % 26)::integer), area_number + 5) as cell,
    value::varchar as raw,
    indicator as label, '[]' as parents, area as ref_area,
    false as needs_review, '[]' as reasons
from told
