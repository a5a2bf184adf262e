-- Processes of this program that are connected to the lake's catalogue now.
from postgres_query('__ducklake_metadata_lake', $$
    select distinct application_name
    from pg_stat_activity
    where datname = current_database() and application_name like 'econ-cockpit%'
$$)
