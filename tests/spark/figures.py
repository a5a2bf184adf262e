"""Published figures as an export of a warehouse: levels and their growth, a number of years."""

from __future__ import annotations

from pathlib import Path

import duckdb

_FIGURES = """
copy (
    with series as (
        select 'i' || i as indicator, lpad(a::varchar, 6, '0') as area
        from range($indicators) as told(i), range($areas) as there(a)
    ),
    months as (select m from range(2020 * 12, 2024 * 12) as told(m)),
    level as (
        select
            indicator, area, m as start,
            round(100 + hash(indicator, area, m) % 1000000 / 7.0, 2) as value
        from series, months
    )
    select
        indicator, area, '' as breakdown, 'M' as freq, 'period' as accumulation,
        'level' as transformation, 'cny' as dimension, start, 1::smallint as months,
        case when start % 12 = 0 then null else value end as value,
        '万元' as unit, 'A' as status, 10000.0::double as factor
    from level
    union all
    select
        indicator, area, '', 'M', 'period', 'yoy', 'percent', start, 1::smallint,
        round(hash(indicator, start) % 400 / 10.0 - 20, 1), '%', 'A', 1.0::double
    from level
) to '{file}' (format parquet)
"""


def export(folder: Path, indicators: int, areas: int) -> Path:
    """Write 96 figures a series and area, January without a level."""
    file = folder / "figures.parquet"
    with duckdb.connect() as connection:
        asked = {"indicators": indicators, "areas": areas}
        connection.execute(_FIGURES.format(file=file), asked)
    return file
