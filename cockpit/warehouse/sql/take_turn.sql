-- Held until this transaction ends, by whichever process: one change of the lake at a time.
from postgres_query('__ducklake_metadata_lake', $$
    select set_config('lock_timeout', '60s', true), pg_advisory_xact_lock(5124071)::text
$$)
