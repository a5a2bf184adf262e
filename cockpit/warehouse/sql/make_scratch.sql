-- Room for one step: the spans it touches, what stands in them after it, what stood before.
create or replace temp table touched (
    measure integer, place integer, series integer, start integer, months smallint
);
create or replace temp table standing (
    measure integer, place integer, start integer, months smallint,
    observation bigint, value double, unit varchar, status varchar
);
create or replace temp table around (
    measure integer, place integer, span_start integer, span_months smallint,
    start integer, months smallint, observation bigint, value double, unit varchar, status varchar,
    points bigint
)
