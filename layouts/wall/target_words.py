"""A target of the year in words: what is meant, how far it is reached, whether in time."""

from __future__ import annotations

from decimal import Decimal

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.position import Progress, Target
from cockpit.wording import number, on_screen, rounded, signed
from layouts import terms

LARGE = 1000
MARKS = {"reached": "●", "close": "◐", "behind": "▽"}
"""A shape for each light of a target, so that it is never told by its colour alone."""


def meant(catalog: Catalog, target: Target) -> str:
    """What the target is: 5%左右, 217300 亿元以上."""
    unit = terms.unit_name(catalog, target.unit)
    value = on_screen(f"{Decimal(repr(target.value)).normalize():f}")
    text = f"{value}%" if target.unit == "%" else f"{value} {unit}"
    words = {
        "at_least": _("%(value)s or more", value=text),
        "at_most": _("%(value)s or less", value=text),
        "around": _("about %(value)s", value=text),
        "around_at_most": _("about %(value)s", value=text),
    }
    return words[target.bound]


def reached(catalog: Catalog, target: Target, value: float) -> str:
    """A figure in the target's unit; a large amount in whole units, as targets are written."""
    if target.unit == "%":
        written = terms.figure(catalog, target.indicator, target.measure, value, "%")
        return f"{written}%"
    whole = on_screen(number(value, 0 if abs(value) >= LARGE else 1))
    return f"{whole} {terms.unit_name(catalog, target.unit)}"


def state(one: Progress) -> str:
    """达标, 接近, 落后."""
    words = {"reached": _("reached"), "close": _("close"), "behind": _("behind")}
    return words[one.light] if one.light else _("no figure")


def by_time(one: Progress) -> bool:
    """Whether the target is an amount that is followed against time elapsed."""
    return one.target.measure == "level" and one.completion is not None


def apart(one: Progress) -> str:
    """Percentage points between rate and target, or between completion and time elapsed."""
    if one.gap is None:
        return ""
    if not by_time(one):
        return _("%(points)s pp", points=on_screen(signed(one.gap, 1)))
    return _("%(done)s%% done, %(pace)s", done=rounded(one.completion or 0.0, 1), pace=pace(one))


def pace(one: Progress) -> str:
    """Ahead of or behind time elapsed (序时进度), or above or below the rate that was meant."""
    points = rounded(one.gap or 0.0, 1)
    if by_time(one):
        late = _("%(points)s pp behind time elapsed", points=abs(points))
        early = _("%(points)s pp ahead of time elapsed", points=points)
        return (late if points < 0 else early) if points else _("level with time elapsed")
    under = _("%(points)s pp below target", points=abs(points))
    over = _("%(points)s pp above target", points=points)
    return (under if points < 0 else over) if points else _("on target exactly")
