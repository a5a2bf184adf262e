"""Score the reader against the transcripts of real files.

COCKPIT_SPECIMENS=FOLDER python tests/transcripts/compare.py [--show 20] [NAME-PART]

right: every compared field agrees. silent: wrong, missing, extra or refused, and no review asked
for. asked: right, yet marked for review. Disputed cells (`open`) are counted apart.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import transcript as truth

from cockpit.catalog import Catalog, load_catalog
from cockpit.observation import Observation
from cockpit.settings import DATA
from loaders import registry


@dataclass
class Score:
    """Counts over one file or many."""

    cells: int = 0
    right: int = 0
    asked: int = 0
    wrong: int = 0
    silent: int = 0
    disputed: int = 0
    disagreed: int = 0
    differences: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, other: Score) -> None:
        """Take the counts of another score in."""
        for name in ("cells", "right", "asked", "wrong", "silent", "disputed", "disagreed"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.differences.update(other.differences)
        self.examples = other.examples | self.examples

    def fault(self, kind: str, where: str, silent: bool, count: int = 1) -> None:
        """Count a fault of one kind, seen at one place."""
        self.differences[kind] += count
        self.examples.setdefault(kind, where)
        self.silent += count * silent
        self.wrong += count

    def rates(self) -> tuple[float, float, float]:
        """Right and silently wrong of all cells, and asked of the right ones, in per cent."""
        cells, right = max(self.cells, 1), max(self.right, 1)
        return 100 * self.right / cells, 100 * self.silent / cells, 100 * self.asked / right


def score_file(transcript: truth.Transcript, folder: Path, catalog: Catalog) -> Score:
    """Read one real file and hold it against its transcript."""
    path = folder / "workbooks" / transcript.file
    try:
        reading = registry.read(path, path.name, catalog)
    except Exception as refusal:  # noqa: BLE001
        return _refused(transcript, refusal)
    return score(transcript, reading.observations)


def _refused(transcript: truth.Transcript, refusal: Exception) -> Score:
    score = Score(cells=len(transcript.rows) - len(transcript.disputed()))
    kind = re.sub("“.+?”", "…", f"refused: {type(refusal).__name__} {refusal}")
    score.fault(kind, transcript.name, silent=True, count=score.cells)
    return score


def score(transcript: truth.Transcript, observations: Iterable[Observation]) -> Score:
    """Compare records with a transcript, cell by cell."""
    result, disputed = Score(), transcript.disputed()
    records = {(o.sheet, o.cell): o for o in observations}
    for row in transcript.rows:
        record = records.pop(truth.address(row), None)
        if truth.address(row) in disputed:
            _dispute(result, row, record)
        else:
            _compare(result, transcript.name, row, record)
    for extra in () if transcript.partial else records.values():
        _extra(result, transcript.name, extra)
    return result


def _dispute(result: Score, row: dict[str, str], record: Observation | None) -> None:
    result.disputed += 1
    result.disagreed += record is None or bool(_differing(row, record))


def _compare(result: Score, name: str, row: dict[str, str], record: Observation | None) -> None:
    result.cells += 1
    where = f"{name} {row['sheet']}!{row['cell']}"
    if record is None:
        result.fault("missing" + (" (status M)" if row["status"] == "M" else ""), where, True)
    elif differences := _differing(row, record):
        kind = " and ".join(differences)
        where += f" {row['label']}: {row['ref_area']} {record.reasons}"
        result.fault(kind, where, silent=not record.needs_review)
    else:
        result.right += 1
        result.asked += record.needs_review


def _extra(result: Score, name: str, record: Observation) -> None:
    where = f"{name} {record.sheet}!{record.cell} {record.label} {record.raw!r}"
    result.fault("extra", where, silent=not record.needs_review)


def _differing(row: dict[str, str], record: Observation) -> list[str]:
    pairs = zip(truth.COMPARED, truth.expected(row), truth.found(record), strict=True)
    return [_words(name, right, read) for name, right, read in pairs if not _same(right, read)]


def _words(name: str, right: object, read: object) -> str:
    return name if name in {"value", "area"} and read is not None else f"{name} {right}→{read}"


def _same(right: object, read: object) -> bool:
    if isinstance(right, float) and isinstance(read, (float, int)):
        return math.isclose(right, read, rel_tol=1e-9, abs_tol=1e-12)
    return right == read


def score_all(folder: Path, part: str = "") -> dict[str, Score]:
    """Score every transcript whose name holds `part`, by name."""
    catalog = load_catalog(DATA / "catalog")
    transcripts = [truth.read(path) for path in truth.paths()]
    return {t.name: score_file(t, folder, catalog) for t in transcripts if part in t.name}


def total(scores: Iterable[Score]) -> Score:
    """The sum of many scores."""
    result = Score()
    for one in scores:
        result.add(one)
    return result


def _line(name: str, score: Score) -> str:
    right, silent, asked = score.rates()
    counts = (
        f"{score.cells:6} cells {score.wrong:5} wrong {score.disagreed:4}/{score.disputed} open"
    )
    return f"{right:6.2f} % right {silent:6.2f} % silent {asked:6.2f} % asked {counts}  {name}\n"


def report(scores: dict[str, Score], show: int) -> str:
    """The scores by file, over all, and the most frequent differences with an example each."""
    whole = total(scores.values())
    lines = [_line(name, score) for name, score in scores.items()]
    lines.append(_line("all", whole))
    for kind, count in whole.differences.most_common(show):
        lines.append(f"{count:6} {kind}\n         e.g. {whole.examples[kind]}\n")
    return "".join(lines)


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    folder = truth.specimens()
    if folder is None:
        parser.error("COCKPIT_SPECIMENS names no folder")
    sys.stdout.write(report(score_all(folder, options.part), options.show))


if __name__ == "__main__":
    main()
