"""A province's statistics of twenty years, made up and written by the warehouse's own statements.

180 measures: 90 monthly, 54 quarterly, 36 yearly, 148 periods each on average. One of them, FIRST,
is held for all 3,000 areas whatever the size; of the others as many areas as make up the rows asked
for, so that the same questions can be put at every size. Every quarter is one batch, published
after its end, that restates one figure in fifty of the year before.

Figures are made by SQL in a relation `incoming`, which the public path fills from a file's records;
from there on the statements are those of the public path: `arriving.ADDING` and `settling.settle`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files

from sqlalchemy import Connection, insert, text

from cockpit.catalog import Catalog
from cockpit.country import CHINA
from cockpit.warehouse import arriving, schema, settling
from cockpit.warehouse.statements import run

AREAS, MEASURES, YEARS = 3000, 180, range(2005, 2025)
KINDS = (("M", 90, 240), ("Q", 54, 80), ("A", 36, 20))
_LEVEL = {"country": 0, "province": 1, "city": 2, "county": 3}


@dataclass(frozen=True)
class Measure:
    """What is measured, how often, and in which unit."""

    number: int
    indicator: str
    transformation: str
    freq: str
    unit: str
    base_unit: str


def measures(catalog: Catalog) -> list[Measure]:
    """The catalogue's own indicators, and growth of some of them, in turn of frequency."""
    own = [one for one in catalog.indicators.values() if not one.derived]
    known = [(one, catalog.units.parse(one.display_unit)) for one in own]
    told = [(i.id, "level", i.display_unit, unit.dimension) for i, unit in known if unit]
    percent = catalog.units.parse("%")
    assert percent is not None
    told += [(name, "yoy", "%", percent.dimension) for name, *_rest in told]
    freqs = [freq for freq, count, _periods in KINDS for _one in range(count)]
    chosen = zip(told, freqs, strict=False)
    return [Measure(n, i, t, f, u, b) for n, ((i, t, u, b), f) in enumerate(chosen)]


def areas(catalog: Catalog) -> list[str]:
    """The country, its provinces, and cities and counties as far as they go."""
    inside, level = [CHINA], [CHINA]
    while level:
        level = [child.code for code in level for child in catalog.areas.children(code)]
        inside += level
    return inside[:AREAS]


def areas_each(rows: int) -> int:
    """How many areas the measures other than the first are held for, to make so many rows."""
    periods = sum(count * each for _freq, count, each in KINDS)
    first = KINDS[0][2]
    return max(1, min(AREAS, round((rows - first * AREAS) / (periods - first))))


def load(connection: Connection, catalog: Catalog, rows: int) -> Iterator[str]:
    """Write and publish every year's batch; tells each year as it stands."""
    connection.exec_driver_sql(_sql("frame"))
    _fill(connection, "w_measure", [vars(one) for one in measures(catalog)])
    _fill(connection, "w_area", [{"number": n, "area": a} for n, a in enumerate(areas(catalog))])
    connection.commit()
    for batch, year in enumerate(YEARS, start=1):
        with connection.begin():
            _bring(connection, batch, year, areas_each(rows))
            _publish(connection, batch, datetime(year + 1, 1, 20))  # noqa: DTZ001
        yield str(year)


def _fill(connection: Connection, name: str, rows: list[dict]) -> None:
    names = ", ".join(f":{key}" for key in rows[0])
    connection.execute(text(f"insert into {name} values ({names})"), rows)


def _bring(connection: Connection, batch: int, year: int, each: int) -> None:
    parameters = {"batch": batch, "year": year, "areas": each}
    connection.execute(text("drop table if exists incoming"))
    connection.execute(text(_sql("incoming")), parameters)
    count = connection.execute(text("select count(*) from incoming")).scalar_one()
    named = {"file_name": f"{year}.csv", "sha256": f"{year:064d}", "source": "scale"}
    none = dict.fromkeys(("doubtful", "errors", "warnings"), 0)
    values = {"id": batch, **named, "observations": count, **none}
    connection.execute(insert(schema.batch).values(values))
    run(connection, *arriving.ADDING)


def _publish(connection: Connection, batch: int, at: datetime) -> None:
    for seq, action in ((batch * 2 - 1, "staged"), (batch * 2, "published")):
        told = {"seq": seq, "batch": batch, "action": action, "person": "scale", "at": at}
        values = {**told, "reason": "", "accepts_doubtful": False}
        connection.execute(insert(schema.event).values(values))
    settling.settle(connection, batch, batch * 2)


def _sql(name: str) -> str:
    return files("benchmarks.scale").joinpath(f"{name}.sql").read_text(encoding="utf-8")
