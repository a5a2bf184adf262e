"""What the parts of a scene say, as plain values that the templates write out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cockpit.freshness import Freshness
from cockpit.i18n import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in words: its unit, the name its trail is asked for by, and its direction."""

    text: str
    unit: str = ""
    trail: str | None = None
    value: float | None = None
    rate: bool = False

    @property
    def tone(self) -> str:
        """The class of a rising or falling rate; its sign and arrow say the same."""
        return "" if not self.rate or not self.value else "up" if self.value > 0 else "down"

    @property
    def arrow(self) -> str:
        """▲ or ▼ beside the sign, for colour never speaks alone."""
        return {"up": "▲", "down": "▼"}.get(self.tone, "")


@dataclass(frozen=True, slots=True)
class Warned:
    """An alarm in words: where it stands, and which threshold was passed."""

    state: str
    limit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What stands under a key figure: words, an amount, or a mark with its state in words."""

    words: str
    kind: str = ""
    figure: Figure | None = None
    mark: str = ""
    state: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContent:
    """A key figure; `main` is None where nothing is held."""

    name: str
    href: str
    fresh: Freshness
    alarm: Warned | None = None
    main: Figure | None = None
    facts: Sequence[Fact] = ()
    light: Fact | None = None
    when: str = ""
    spark: Mapping[str, Any] | None = None

    @property
    def beside(self) -> bool:
        """Whether the unit is short enough to stand beside the large figure."""
        return self.main is not None and self.main.unit == "%"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelContent:
    """A message: a finding, its body, its measure · unit, source and age.

    `body` names a block of `bodies.html`; a `model` is drawn by the browser in the panel's pixels.
    """

    finding: str
    href: str
    measure: str
    source: str
    fresh: Freshness
    body: str
    alarm: Warned | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    model: Mapping[str, Any] | None = None


def nothing() -> str:
    """What stands where no figure is held."""
    return _("No figure is held for this place.")
