"""A province of enterprises that report every month: the same one on every machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import duckdb
import pyarrow as pa

MONTHS = 3
INDICATORS = ("ind_output_value", "ind_revenue", "ind_profit")

_ROWS = """
copy (
    select
        reporting_unit, area, industry, indicator, 'M' as freq,
        '2024-' || lpad(month::varchar, 2, '0') as time_period,
        'ytd' as accumulation, '千元' as unit,
        cast(size * month * case indicator when 'ind_profit' then margin else 1 end
            as decimal(18, 2)) as value
    from unit, unnest($indicators) as i(indicator), range(2, $months + 2) as m(month)
    order by month, reporting_unit, indicator
) to '{file}' (format parquet, row_group_size 100000)
"""


def enterprises(
    folder: Path, counties: Sequence[str], industries: Sequence[str], units: int
) -> Path:
    """Write three indicators of every unit for three months; nine rows a unit."""
    file = folder / "enterprises.parquet"
    chance = Random(2024)
    made = pa.Table.from_pylist([_unit(n, chance, counties, industries) for n in range(units)])
    with duckdb.connect() as connection:
        connection.register("unit", made)
        asked = {"indicators": INDICATORS, "months": MONTHS}
        connection.execute(_ROWS.format(file=file), asked)
    return file


def _unit(
    number: int, chance: Random, counties: Sequence[str], industries: Sequence[str]
) -> dict[str, str | float]:
    """Most in a town, some reported for the county alone; few large, many small."""
    town = f"{chance.randint(1, 12):03d}" if chance.random() < 0.9 else ""
    return {
        "reporting_unit": f"U{number:08d}",
        "area": chance.choice(counties) + town,
        "industry": industries[int(len(industries) * chance.random() ** 3)],
        "size": chance.lognormvariate(8, 2),
        "margin": chance.gauss(0.06, 0.08),
    }
