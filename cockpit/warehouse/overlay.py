"""Known errors of publishers, corrected when read and never in what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from cockpit.catalog import Catalog
from cockpit.correction import Checked, Correction, Corrections, fits, right_value
from cockpit.i18n import gettext as _
from cockpit.series import Selection
from cockpit.warehouse.choice import Figure


class Overlay:
    """The corrections known at a time, laid over figures as published."""

    def __init__(
        self, corrections: Corrections, catalog: Catalog, as_of: datetime | None = None
    ) -> None:
        self._corrections = corrections
        self._catalog = catalog
        self._as_of = as_of

    @property
    def known(self) -> Iterable[Correction]:
        """Every correction, applied or not."""
        return self._corrections.known.values()

    def applied(self, figures: list[Figure]) -> list[Figure]:
        """The figures as they are handed out."""
        if not self._corrections.known:
            return figures
        return [self._corrected(figure) for figure in figures]

    def words(self, figure: Figure) -> str:
        """Why a figure is not handed out as published; empty where it is."""
        found = self._fitting(figure)
        if found is None:
            return ""
        told = {"wrong": figure.value, "unit": figure.unit, "reference": found.reference}
        return _(
            "Published as %(wrong)s %(unit)s, a known error: %(reason)s (%(reference)s)",
            reason=found.reason,
            **told,
        )

    def checked(
        self, correction: Correction, published: Callable[[Selection], list[Figure]]
    ) -> Checked:
        """Whether a correction's guard fits what stands."""
        selection = Selection(
            indicator=correction.indicator,
            area=correction.area,
            transformation=correction.transformation,
            breakdown=correction.breakdown,
        )
        stands = [f for f in published(selection) if self._of(f) is correction]
        held = next((f for f in stands if f.value is not None), None)
        if held is None:
            return Checked(correction=correction, state="absent", found=None)
        state = "applied" if self._fitting(held) else "superseded"
        return Checked(correction=correction, state=state, found=held.value)

    def _corrected(self, figure: Figure) -> Figure:
        found = self._fitting(figure)
        if found is None:
            return figure
        right = right_value(found, figure.unit, self._catalog)
        return figure._replace(value=right, status="M" if right is None else figure.status)

    def _fitting(self, figure: Figure) -> Correction | None:
        found = self._of(figure)
        if found and fits(found, figure.value, figure.unit, self._catalog):
            return found
        return None

    def _of(self, figure: Figure) -> Correction | None:
        return self._corrections.of(figure.key, figure.period, self._as_of)
