"""What a scene of the wall is: which figures, drawn how, for which place, for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from cockpit.i18n import current_locale
from cockpit.series import Selection


@dataclass(frozen=True, slots=True)
class Named:
    """A series with its short name; both names are empty where the catalogue's will do."""

    selection: Selection
    zh: str = ""
    en: str = ""


FactKind = Literal["change", "level", "cumulative", "target", "pace", "rank", "light"]
"""What may stand under a key figure."""

FACTS: tuple[FactKind, ...] = get_args(FactKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A key figure: `main` is shown large, with amounts beside it where they are named.

    `shows` is what stands under it, the most important first: where room is short the last give
    way. `spark` is how many figures its line has.
    """

    main: Named
    level: Selection | None = None
    cumulative: Selection | None = None
    shows: tuple[FactKind, ...] = FACTS
    spark: int = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One message; `otherwise` stands in for places that hold nothing of the first series."""

    kind: str
    zh: str
    en: str
    series: tuple[Named, ...] = ()
    otherwise: tuple[Named, ...] = ()
    columns: int = 1
    rows: int = 1

    @property
    def name(self) -> str:
        """The subject in the reader's language."""
        return _spoken(self.zh, self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One screen; `area` is empty for the place the wall shows, `dwell` is in seconds."""

    id: str
    zh: str
    en: str
    order: int
    dwell: int
    area: str = ""
    cards: tuple[Card, ...] = ()
    panels: tuple[Panel, ...] = ()

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return _spoken(self.zh, self.en)

    def series(self) -> tuple[Selection, ...]:
        """Every series the scene shows, in the order of the screen, each once."""
        cards = [card.main.selection for card in self.cards]
        panels = [one.selection for panel in self.panels for one in panel.series]
        return tuple(dict.fromkeys((*cards, *panels)))


Scenes = Mapping[str, Scene]


def _spoken(zh: str, en: str) -> str:
    return en if current_locale.get().startswith("en") else zh
