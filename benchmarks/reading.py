"""Reads through the door on the sample warehouse, against SQL written by hand for the same file.

The hand-written query takes the latest publication of each period and nothing else: no choice
among frequencies, no units, no doubtful figures, no as-of.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app import ROOMS
from benchmarks.clock import compare
from cockpit.cockpit import Cockpit
from cockpit.demo import fill
from cockpit.series import Selection
from cockpit.settings import Settings

TURNS = 60
LATER = datetime(2999, 1, 1)  # noqa: DTZ001 - as-of times are naive UTC
BY_HAND = """
    select o.start, arg_max(o.value, o.batch)
    from observation o join series s on s.id = o.series
    where s.indicator = 'gdp' and s.freq = 'A' and s.transformation = 'level'
      and s.unit = 'cny' and s.area in ({areas})
    group by s.area, o.start order by o.start
"""


def main() -> None:
    """Print one line a read."""
    with TemporaryDirectory() as home:
        cockpit = Cockpit(Settings(home=Path(home)), ROOMS)
        loaded = sum(figures for _name, figures in fill(cockpit))
        print(f"reading through the door / by hand, {loaded} observations")
        _measure(cockpit)


def _measure(cockpit: Cockpit) -> None:
    # Another connection with another configuration would be refused, so the hand borrows ours.
    by_hand = cockpit.warehouse._engine.raw_connection().driver_connection
    areas = [area.code for area in cockpit.catalog.areas.children("000000")]
    chosen = Selection(indicator="gdp", freq="A")
    for name, codes in {"one series": ["120000"], "34 provinces": areas}.items():
        query = BY_HAND.format(areas=", ".join(f"'{code}'" for code in codes))
        for door, when in {"the first time": LATER, "again": None}.items():
            compare(
                f"{name}, {door}",
                lambda codes=codes, when=when: cockpit.door(when).across(chosen, codes),
                lambda query=query: by_hand.execute(query).fetchall(),
                TURNS,
            )
