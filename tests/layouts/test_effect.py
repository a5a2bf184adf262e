from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.series import Point, Selection, Series
from layouts.upload.effect import effect

YEAR_2023 = Period.parse("A", "2023")


@dataclass
class Door:
    """Holds 2023 levels in 亿元 of two provinces, and counts how often it is asked."""

    asked: int = 0

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        self.asked += 1
        if selection.transformation != "level" or selection.indicator != "gdp":
            return {}
        factor = {"亿元": 1, "万元": 10_000}[selection.unit or "亿元"]
        held = {"330000": 82_553.2, "320000": 128_222.2}
        return {
            area: Series(None, "", (Point(YEAR_2023, held[area] * factor, "A", 1),))
            for area in areas
            if area in held
        }


def figure(area: str | None, value: float | None, **other: object) -> Observation:
    fields = {
        "sheet": "",
        "cell": "B2",
        "label": "地区生产总值",
        "indicator": "gdp",
        "ref_area": "",
        "area": area,
        "freq": "A",
        "time_period": "2023",
        "accumulation": "period",
        "transformation": "level",
        "unit": "亿元",
        "value": value,
        "raw": str(value),
    }
    return Observation(**fields | other)


def verdicts(brought: list[Observation], door: Door) -> list[str]:
    return [one.verdict for one in effect(brought, door)]


def test_new_changed_unchanged_and_empty_figures_are_told_apart():
    door = Door()
    brought = [
        figure("330000", 82_553.2),
        figure("320000", 128_300.0),
        figure("110000", 43_760.7),
        figure("310000", None),
    ]
    assert verdicts(brought, door) == ["same", "changed", "new", "empty"]
    assert effect(brought, door)[1].before == 128_222.2
    assert door.asked == 2, "one question a series, however many areas"


def test_a_figure_in_another_unit_is_the_same_figure():
    assert verdicts([figure("330000", 825_532_000.0, unit="万元")], Door()) == ["same"]


def test_another_period_or_measure_is_a_new_figure():
    brought = [
        figure("330000", 82_553.2, time_period="2022"),
        figure("330000", 6.0, transformation="yoy", unit="%"),
    ]
    assert verdicts(brought, Door()) == ["new", "new"]


def test_what_the_catalogue_does_not_know_is_said_and_asks_nothing():
    door = Door()
    brought = [figure(None, 1.0), figure("330000", 1.0, indicator=None)]
    assert verdicts(brought, door) == ["unknown", "unknown"]
    assert door.asked == 0
