"""Figures that are not shipped, and figures settled by a second source: data, with reasons."""

from pathlib import Path

from data.samples.recipe.read import panel

FOLDER = Path(__file__).parent


class SourceChangedError(Exception):
    """A source no longer holds the figure that was judged; the judgement has to be made again."""


def judge(series: str, period: str, found: str) -> str | None:
    """Return the text to ship for a figure: blank if withheld, another if settled, None if free.

    Raises SourceChangedError where the source now says something else than what was judged.
    """
    row = _JUDGED.get((series, period))
    if row is None:
        return None
    if float(row["found"]) != float(found):
        raise SourceChangedError(f"{series} {period}: judged {row['found']}, now {found}")
    return row["shipped"]


_JUDGED = {(row["series"], row["period"]): row for row in panel(FOLDER / "judged.csv")}
