"""The life of a batch and its effect as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from cockpit.batch import Batch
from cockpit.catalog import Catalog
from cockpit.effect import Change, Effect, Place, RankMove
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.wording import period_words

MOST = 10
"""Lines of a kind; `--json` has all of them."""


def life_lines(batch: Batch) -> Iterator[str]:
    """One line a step: when, what, who, why."""
    for step in batch.steps:
        when = step.at.replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S")
        said = (_(step.revision) if step.revision else "", step.reason)
        why = " · ".join(part for part in said if part)
        yield "  ".join(part for part in (when, _(step.state), step.person, why) if part)


def effect_lines(effect: Effect, catalog: Catalog) -> Iterator[str]:
    """The counts, then the largest of what would change."""
    for name, counts in ((_("Certain"), effect.certain), (_("To be confirmed"), effect.doubtful)):
        told = [f"{_(verdict)} {count}" for verdict, count in counts.items() if count]
        if told:
            yield f"{name}: {', '.join(told)}"
    yield from _some(_("Figures that would be replaced: %(count)s"), effect.changes, catalog)
    yield from _some(_("Derived figures that move: %(count)s"), effect.derived, catalog)
    yield from _some(_("Ranks that move: %(count)s"), effect.ranks, catalog)


def _some(
    head: str, moves: tuple[Change, ...] | tuple[RankMove, ...], catalog: Catalog
) -> Iterator[str]:
    if moves:
        yield head % {"count": len(moves)}
    for move in moves[:MOST]:
        unit = f" {move.unit}" if isinstance(move, Change) else ""
        before = "—" if move.before is None else move.before
        yield f"  {_name(move.place, catalog)}: {before} → {move.after}{unit}"


def _name(place: Place, catalog: Catalog) -> str:
    locale = current_locale.get()
    indicator = catalog.indicators.get(place.indicator)
    area = catalog.areas.get(place.area)
    parts = (
        area.name(locale) if area else place.area,
        indicator.name(locale) if indicator else place.indicator,
        "" if place.transformation == "level" else place.transformation,
        *(catalog.code_name(name, code, locale) for name, code in place.breakdown),
        period_words(place.period, place.freq, place.accumulation),
    )
    return " ".join(part for part in parts if part)
