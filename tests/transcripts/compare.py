"""Score the reader against the transcripts of real files.

COCKPIT_SPECIMENS=FOLDER python tests/transcripts/compare.py [--show 20] [NAME-PART]

right: every compared field agrees. silent: wrong, missing, extra or refused, and no review asked
for. marked: right, yet marked for review. Disputed cells (`open`) and cells that only a person can
settle (`ask`) are counted apart; of the latter those are met that are marked for review.
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

Row = dict[str, str]
COUNTS = ("cells", "right", "marked", "wrong", "silent", "disputed", "disagreed", "ask", "met")


@dataclass
class Score:
    """Counts over one file or many, and the kinds of difference with one example each."""

    cells: int = 0
    right: int = 0
    marked: int = 0
    wrong: int = 0
    silent: int = 0
    disputed: int = 0
    disagreed: int = 0
    ask: int = 0
    met: int = 0
    differences: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, other: Score) -> None:
        """Take the counts of another score in."""
        for name in COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.differences.update(other.differences)
        self.examples = other.examples | self.examples

    def note(self, kind: str, where: str, count: int = 1) -> None:
        """Remember a kind of difference and where it was first seen."""
        self.differences[kind] += count
        self.examples.setdefault(kind, where)

    def fault(self, kinds: list[str], where: str, silent: bool, count: int = 1) -> None:
        """Count a wrong reading once, and each kind of difference that it shows."""
        for kind in kinds:
            self.note(kind, where, count)
        self.silent += count * silent
        self.wrong += count

    def rates(self) -> tuple[float, float, float]:
        """Right and silently wrong of all cells, and marked of the right ones, in per cent."""
        cells, right = max(self.cells, 1), max(self.right, 1)
        return 100 * self.right / cells, 100 * self.silent / cells, 100 * self.marked / right


def score_file(transcript: truth.Transcript, folder: Path, catalog: Catalog) -> Score:
    """Read one real file and hold it against its transcript."""
    path = folder / "workbooks" / transcript.file
    try:
        reading = registry.read(path, path.name, catalog)
    except Exception as refusal:  # noqa: BLE001
        return _refused(transcript, refusal)
    return score(transcript, reading.observations)


def _refused(transcript: truth.Transcript, refusal: Exception) -> Score:
    count = transcript.counted()
    score = Score(cells=count, ask=sum(bool(row["ask"]) for row in transcript.rows))
    kind = re.sub("“.+?”", "…", f"refused: {type(refusal).__name__} {refusal}")
    if count:
        score.fault([kind], transcript.name, silent=True, count=count)
    else:
        score.note(f"ask: {kind}", transcript.name, score.ask)
    return score


def score(transcript: truth.Transcript, observations: Iterable[Observation]) -> Score:
    """Compare records with a transcript, cell by cell."""
    result = Score()
    records = {(o.sheet, o.cell): o for o in observations}
    for row in transcript.rows:
        judge = _ask if row["ask"] else _dispute if row["open"] else _compare
        judge(result, transcript.name, row, records.pop(truth.address(row), None))
    for extra in () if transcript.partial else records.values():
        where = f"{transcript.name} {extra.sheet}!{extra.cell} {extra.label} {extra.raw!r}"
        result.fault(["extra"], where, silent=not extra.needs_review)
    return result


def _compare(result: Score, name: str, row: Row, record: Observation | None) -> None:
    result.cells += 1
    differences = _differences(row, record)
    if differences or record is None:
        asked = record is not None and record.needs_review
        result.fault(differences, _where(name, row, record), silent=not asked)
    else:
        result.right += 1
        result.marked += record.needs_review


def _dispute(result: Score, name: str, row: Row, record: Observation | None) -> None:
    differences = _differences(row, record)
    result.disputed += 1
    result.disagreed += bool(differences)
    for kind in differences:
        result.note(f"open: {kind}", _where(name, row, record))


def _ask(result: Score, name: str, row: Row, record: Observation | None) -> None:
    differences = _differences(row, record)
    if record is not None and not record.needs_review:
        differences.append("not asked")
    result.ask += 1
    result.met += not differences
    for kind in differences:
        result.note(f"ask: {kind}", _where(name, row, record))


def _where(name: str, row: Row, record: Observation | None) -> str:
    reasons = record.reasons if record else ""
    return f"{name} {row['sheet']}!{row['cell']} {row['label']}: {row['ref_area']} {reasons}"


def _differences(row: Row, record: Observation | None) -> list[str]:
    if record is None:
        return ["missing" + (" marker" if row["status"] == "M" else "")]
    triples = zip(truth.COMPARED, truth.expected(row), truth.found(record), strict=True)
    return [_words(*triple) for triple in triples if not _same(*triple[1:])]


def _words(name: str, right: object, read: object) -> str:
    return name if name in {"value", "area"} and read is not None else f"{name} {right}→{read}"


def _same(right: object, read: object) -> bool:
    if isinstance(right, float) and isinstance(read, (float, int)):
        return math.isclose(right, read, rel_tol=1e-9, abs_tol=1e-12)
    return right in (truth.UNSAID, read)


def score_all(folder: Path, part: str = "") -> dict[str, Score]:
    """Score every transcript whose name holds `part`, by name."""
    catalog = load_catalog(DATA / "catalog")
    transcripts = [truth.read(path) for path in truth.paths()]
    return {t.name: score_file(t, folder, catalog) for t in transcripts if part in t.name}


def total(scores: dict[str, Score], group: str = "") -> Score:
    """The sum over the files of a group, or over all."""
    result = Score()
    for name, one in scores.items():
        if name.startswith(group):
            result.add(one)
    return result


def report(scores: dict[str, Score], show: int) -> str:
    """The scores by file, by group and over all, and the most frequent differences."""
    groups = sorted({name.partition("/")[0] + "/" for name in scores})
    sums = {group: total(scores, group) for group in groups}
    whole = total(scores)
    lines = [_line(name, score) for name, score in (scores | sums | {"all": whole}).items()]
    for kind, count in whole.differences.most_common(show):
        lines.append(f"{count:6} {kind}\n         e.g. {whole.examples[kind]}\n")
    return "".join(lines)


def _line(name: str, score: Score) -> str:
    right, silent, marked = score.rates()
    rates = f"{right:6.2f} % right {silent:6.2f} % silent {marked:6.2f} % marked"
    apart = f"open {score.disagreed}/{score.disputed} ask {score.met}/{score.ask}"
    return f"{rates} {score.cells:6} cells {score.wrong:5} wrong  {apart:24} {name}\n"


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
