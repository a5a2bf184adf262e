-- What is measured, where, and the periods of twenty years from 2005 on.
create temp table w_measure (
    number integer, indicator varchar, transformation varchar, freq varchar,
    unit varchar, base_unit varchar
);
create temp table w_area (number integer, area varchar);
create temp table w_period as
with month as (
    select 2005 + month // 12 as year, month % 12 as month
    from (select unnest(range(240)) as month)
)
select 'M' as freq, year, year * 12 as start, month + 1 as months from month
union all
select 'Q', year, year * 12, month + 1 from month where month % 3 = 2
union all
select 'A', year, year * 12, 12 from month where month = 11
