"""Every rule about figures by an example that breaks it and one that keeps it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from cockpit.warehouse import Warehouse
from loaders.checks.against import check_against
from loaders.checks.doubts import REASONS, with_doubts
from loaders.checks.rules import rules
from loaders.checks.run import check

EXAMPLES = tomllib.loads(Path(__file__).with_name("rule_examples.toml").read_text("utf-8"))
INDICATOR = re.compile(r"(?P<id>\w+)(?:\[(?P<dimension>\w+)=(?P<code>\w+)\])?")
FREQUENCY = {4: "A", 7: "M"}


def records(line: str, catalog: Catalog) -> list[Observation]:
    """The figure of one line; `children` and `growth` stand for all areas below, in equal parts
    or alike."""
    cell, name, area, period, transformation, unit, value = line.split()
    if name in ("children", "growth"):
        below = catalog.areas.children(area)
        share = repr(float(value) / len(below)) if name == "children" else value
        kind = f"{period} {transformation} {unit} {share}"
        lines = [f"C{n} retail_total {c.code} {kind}" for n, c in enumerate(below, 1)]
        return [record for line in lines for record in records(line, catalog)]
    match = INDICATOR.fullmatch(name)
    time, accumulation = period.split("/")
    return [
        Observation(
            sheet="",
            cell=cell,
            label=name.removeprefix("?"),
            indicator=match["id"] if match else None,
            ref_area=area,
            area=area,
            breakdown={match["dimension"]: match["code"]} if match and match["code"] else {},
            freq="Q" if "Q" in time else FREQUENCY[len(time)],
            time_period=time,
            accumulation=accumulation,
            transformation=transformation,
            unit=unit,
            value=None if value == "x" else float(value),
            raw=value,
        )
    ]


def lines_of(example: dict, which: str) -> list[str]:
    chain = [
        f"M{n} cpi 310000 2023-{n:02d}/period level 上月=100 {step}"
        for n, step in enumerate(example.get("product", ()), 1)
    ]
    more = [
        f"Y{n} cpi 310000 2023-{n:02d}/period level 上年同月=100 100.1"
        for n in range(1, len(chain))
    ]
    return [*chain, *more, *example[which]]


def reading_of(example: dict, which: str, catalog: Catalog) -> Reading:
    found = [r for line in lines_of(example, which) for r in records(line, catalog)]
    return Reading(example.get("file", "a.csv"), "", tuple(found), ())


def _beside(
    request: pytest.FixtureRequest, held: list, reading: Reading, catalog: Catalog
) -> list[Issue]:
    warehouse: Warehouse = request.getfixturevalue("warehouse")
    warehouse.publish(request.getfixturevalue("stage")(*held).batch.id, "李")
    return list(check_against(reading, warehouse.reader(), catalog))


@pytest.fixture
def issues_of(request: pytest.FixtureRequest, catalog: Catalog) -> Callable:
    def asked(example: dict, which: str) -> list[Issue]:
        reading = reading_of(example, which, catalog)
        held = [r for line in example.get("held", ()) for r in records(line, catalog)]
        beside = _beside(request, held, reading, catalog) if held else ()
        return [*check(reading, catalog), *beside]

    return asked


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_broken_rule_is_raised_at_its_cells(name: str, issues_of: Callable) -> None:
    rule = name.partition("_")[0]
    found = [issue for issue in issues_of(EXAMPLES[name], "breaks") if issue.issue == rule]
    assert [issue.cell or "" for issue in found] == EXAMPLES[name]["at"]
    assert all(issue.severity == rules()[rule].severity for issue in found)
    assert not re.search(r"[{}]|None", "".join(i.message_zh + i.message_en for i in found))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_kept_rule_is_not_raised(name: str, issues_of: Callable) -> None:
    rule = name.partition("_")[0]
    assert rule not in {issue.issue for issue in issues_of(EXAMPLES[name], "keeps")}


@pytest.mark.parametrize(
    "name", [n for n in EXAMPLES if n in REASONS and EXAMPLES[n]["at"] != [""]]
)
def test_a_misread_cell_is_doubted(name: str, catalog: Catalog) -> None:
    reading = reading_of(EXAMPLES[name], "breaks", catalog)
    found = with_doubts(reading.observations, check(reading, catalog))
    doubted = {record.cell for record in found if REASONS[name] in record.reasons}
    assert doubted == set(EXAMPLES[name]["at"])
    assert all(record.needs_review == bool(record.reasons) for record in found)


def test_both_cells_of_a_contradiction_are_named(issues_of: Callable) -> None:
    first, second = (i for i in issues_of(EXAMPLES["P10"], "breaks") if i.issue == "P10")
    assert (first.cell, first.found, first.expected) == ("B4", "1.5", "1.6")
    assert "B5" in first.message_zh
    assert "B4" in second.message_en
