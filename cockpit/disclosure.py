"""Whether a published sum would give away one of those it is made of (统计法: 能够识别或推断).

Chinese law sets no numbers. These are the defaults of common tools (sdcTable): at least three
units, the two largest no more than 85 %, and the rest at least 15 % of the largest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.i18n import gettext as _
from cockpit.wording import number

LEAST, DOMINANT, PROTECTED = 3, 85.0, 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What was looked at; `reasons` are sentences, none where the sum may be published."""

    units: int
    total: float
    two_largest: float | None
    """Their share of the sum, in per cent."""
    rest: float | None
    """What is neither of the two largest, in per cent of the largest: how well it is hidden."""
    reasons: tuple[str, ...]

    @property
    def publishable(self) -> bool:
        """Whether no rule speaks against it."""
        return not self.reasons


def disclosure(values: Sequence[float], *, least: int = LEAST) -> Disclosure:
    """Judge a cell by what each unit contributes; raises ValueError for a negative contribution."""
    if any(value < 0 for value in values):
        raise ValueError(_("The rules hold for contributions that are not negative."))
    units = sorted((value for value in values if value > 0), reverse=True)
    total = sum(units)
    two = sum(units[:2]) / total * 100 if total else None
    rest = (total - sum(units[:2])) / units[0] * 100 if units else None
    return Disclosure(
        units=len(units),
        total=total,
        two_largest=two,
        rest=rest,
        reasons=tuple(_reasons(len(units), least, two, rest)),
    )


def _reasons(units: int, least: int, two: float | None, rest: float | None) -> list[str]:
    found = []
    if 0 < units < least:
        found.append(
            _(
                "Only %(units)s units; fewer than %(least)s are recognised.",
                units=units,
                least=least,
            )
        )
    if two is not None and two > DOMINANT:
        found.append(
            _(
                "The two largest are %(share)s %% of it, more than %(limit)s %%.",
                share=number(two, 1),
                limit=number(DOMINANT, 0),
            )
        )
    if rest is not None and rest < PROTECTED:
        found.append(
            _(
                "The others are %(share)s %% of the largest, less than %(limit)s %%: the second "
                "largest could work the largest out.",
                share=number(rest, 1),
                limit=number(PROTECTED, 0),
            )
        )
    return found
