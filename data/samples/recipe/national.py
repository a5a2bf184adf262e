"""National monthly series, one export a subject."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from data.samples.recipe.export import Export, filled, foot, lay_out
from data.samples.recipe.numbers import one_decimal, plain
from data.samples.recipe.read import panel
from data.samples.recipe.withheld import judge

MONTHS = [f"{year}{month:02d}" for year in range(2023, 1997, -1) for month in range(12, 0, -1)]


@dataclass(frozen=True)
class Subject:
    """A subject's rows: printed label → codes, of which the first that holds a month wins.

    `since` gives the month (YYYYMM) at which a label begins, where its scope changed.
    """

    stem: str
    series: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...] = ()
    since: Mapping[str, str] = field(default_factory=dict)


def national_exports(source: Path, subjects: Iterable[Subject]) -> Iterator[Export]:
    """Yield one export a subject from the national panel."""
    panels = _by_code(source / "panels" / "national_monthly_core_long.csv")
    for subject in subjects:
        cells = {
            (label, _month(period)): text
            for label, codes in subject.series.items()
            for period, text in _series(panels, codes, label).items()
            if period >= subject.since.get(label, "")
        }
        periods = filled(cells, map(_month, MONTHS))
        head = ("数据库：月度数据", f"时间：{periods[-1]}-{periods[0]}")
        rows = lay_out(cells, subject.series, periods)
        yield Export(subject.stem, head, "指标", periods, rows, foot(subject.notes))


def _series(
    panels: Mapping[str, dict[str, str]], codes: tuple[str, ...], label: str
) -> dict[str, str]:
    found = {period: text for code in reversed(codes) for period, text in panels[code].items()}
    return {period: _printed(label, period, text) for period, text in found.items()}


def _printed(label: str, period: str, text: str) -> str:
    judged = judge(label, period, text)
    if judged is not None:
        return judged
    return one_decimal(text) if label.endswith(("(%)", "=100)")) else plain(text)


def _by_code(path: Path) -> dict[str, dict[str, str]]:
    codes: dict[str, dict[str, str]] = {}
    for row in panel(path):
        codes.setdefault(row["code"], {})[row["period"]] = row["value"]
    return codes


def _month(period: str) -> str:
    return f"{period[:4]}年{int(period[4:])}月"
