-- What stood in the touched spans until this step.
insert into held
select figure.measure, figure.place, figure.start, figure.months, figure.observation
from figure
join touched using (measure, place, start, months)
where figure.until = :ever
