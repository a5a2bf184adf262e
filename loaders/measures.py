"""Ways of counting, under their former address."""

from __future__ import annotations

from loaders.heading.kinds import Measure
from loaders.heading.peel import read_heading


class _Nothing:
    """A lexicon without words."""

    def is_unit(self, text: str) -> bool:  # noqa: ARG002
        """No text is a unit."""
        return False

    def is_indicator(self, text: str) -> bool:  # noqa: ARG002
        """No text is an indicator."""
        return False


_NOTHING = _Nothing()


def read_measure(text: str) -> Measure | None:
    """The way of counting that a heading names and nothing else, or None."""
    heading = read_heading(text, _NOTHING)
    if heading.name or heading.time:
        return None
    relative = heading.relative
    if heading.measure or relative is None or relative.back or not relative.accumulation:
        return heading.measure
    return None if relative.year_end else Measure("level", relative.accumulation)


def is_measure(text: str) -> bool:
    """Whether a heading names a way of counting and nothing else."""
    return read_measure(text) is not None
