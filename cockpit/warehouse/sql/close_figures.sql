-- Figures that stood until this step and stand no longer.
update figure
set until = :seq
from (select * from held anti join standing using (observation)) as gone
where figure.measure = gone.measure
    and figure.place = gone.place
    and figure.start = gone.start
    and figure.months = gone.months
    and figure.until = :ever
