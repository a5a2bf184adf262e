"""The list of what falls behind: made by rule, each figure with why it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cockpit.i18n import gettext as _
from cockpit.position import Comparison, Place, Progress
from cockpit.signals.shortfall import Shortfall, ShortfallRule, Stand, shortfalls
from cockpit.wording import number
from layouts import terms
from layouts.explore.reading import Line
from layouts.wall import standing, target_words
from layouts.wall.content import PanelContent, nothing
from layouts.wall.elements import shared
from layouts.wall.findings import told_when
from layouts.wall.scene import Named, Panel, Scenes
from layouts.wall.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A series of the place with what is known of its standing, and the rules that hold."""

    one: Named
    line: Line
    progress: Progress | None
    beside: Comparison | None
    place: Place | None
    judged: bool
    rules: tuple[ShortfallRule, ...]


def draw(view: View, panel: Panel, scenes: Scenes) -> PanelContent:
    """Every series that falls behind by any rule, those with most reasons first."""
    named = panel.series or tuple(_all(scenes))
    found = [_judge(view, one, view.line(one.selection)) for one in named]
    held = [one for one in found if one.judged]
    short = sorted((one for one in held if one.rules), key=lambda one: -len(one.rules))
    ages = [view.fresh(one.one.selection, one.line) for one in held]
    worst = max(ages, key=lambda age: (age.state == "overdue", age.days), default=None)
    return PanelContent(
        finding=_finding(panel.name, len(found), len(held), len(short)),
        href=f"/explore?area={view.area}",
        measure=_("Rule: %(rules)s", rules=terms.comma(map(_said, view.rules.shortfalls))),
        source=shared.source(view, [one.one for one in held]) if held else "",
        fresh=worst or view.missing(),
        body="shortfalls" if short else "nothing",
        values=_values(view, short) if short else {"words": _none(view, len(held))},
    )


def _all(scenes: Scenes) -> Iterator[Named]:
    """The key figures of all scenes, each once."""
    cards = (card.main for scene in scenes.values() for card in scene.cards)
    yield from {one.selection: one for one in cards}.values()


def _judge(view: View, one: Named, line: Line) -> Judged:
    progress = standing.target(view, line)
    rated = line.series.unit == "%" or terms.is_index(line.series.unit)
    # A small county is not behind for being small: amounts have no place here.
    place = standing.place(view, one.selection, line) if rated else None
    beside = standing.superior(view, line)
    stand = Stand(
        direction=view.catalog.indicators[one.selection.indicator].direction,
        growth=_growth(line),
        target=progress.light if progress else None,
        gap=beside.gap if beside else None,
        rank=place.rank if place else None,
    )
    return Judged(
        one=one,
        line=line,
        progress=progress,
        beside=beside,
        place=place,
        judged=line.series.latest is not None and stand.judged,
        rules=shortfalls(stand, view.rules.shortfalls),
    )


def _growth(line: Line) -> float | None:
    latest, key = line.series.latest, line.key
    return latest.value if latest and key and key.transformation == "yoy" else None


def _finding(name: str, asked: int, held: int, short: int) -> str:
    told = _("%(short)s of %(held)s fall behind", short=short, held=held)
    unknown = asked - held
    more = [_("%(count)s not judged for want of figures", count=unknown)] if unknown else []
    return " · ".join([name, told, *more])


def _none(view: View, held: int) -> str:
    if not view.rules.shortfalls:
        return _("No rule is written down.")
    return _("Nothing falls behind by these rules.") if held else nothing()


def _values(view: View, short: Sequence[Judged]) -> dict[str, Any]:
    heads = [_("Indicator"), _("Latest figure"), _("Up to"), _("Why it stands here")]
    return {"heads": heads, "rows": [_row(view, one) for one in short]}


def _row(view: View, one: Judged) -> dict[str, Any]:
    return {
        "name": shared.named(view, one.one),
        "figure": shared.figure(view, one.line),
        "when": told_when(view, one.line),
        "why": _("; ").join(_why(view, one, rule) for rule in one.rules),
    }


def _why(view: View, one: Judged, rule: ShortfallRule) -> str:
    if rule == "behind_target" and one.progress:
        meant = target_words.meant(view.catalog, one.progress.target)
        return _("target %(target)s: %(gap)s", target=meant, gap=target_words.pace(one.progress))
    if rule == "below_superior" and one.beside and one.beside.gap is not None:
        return standing.apart_words(view, one.beside.gap)
    if rule == "last_places" and one.place:
        return standing.place_words(one.place)
    return _("falling")


def _said(one: Shortfall) -> str:
    """A rule in words, as it stands in the file."""
    limit = number(one.limit, 1).removesuffix(".0")
    words = {
        "falling": _("growth below %(limit)s%%", limit=limit),
        "behind_target": _("behind the target of the year"),
        "below_superior": _("more than %(limit)s pp worse than the level above", limit=limit),
        "last_places": _("in the last %(limit)s%% of places", limit=limit),
    }
    return words[one.rule]
