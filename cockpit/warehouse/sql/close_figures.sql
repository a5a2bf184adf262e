-- Figures that stood until this step and stand no longer.
update figure
set until = :seq
from (
    select * from around anti join standing using (observation) where span_start is not null
) as gone
where figure.measure = gone.measure
    and figure.place = gone.place
    and figure.start = gone.span_start
    and figure.months = gone.span_months
    and figure.until = :ever
