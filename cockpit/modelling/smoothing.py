"""Exponential smoothing (ETS): level, damped trend and season, after Hyndman et al. 2008."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

from cockpit.modelling.effect import Effect, festival_effect
from cockpit.modelling.festival import Festivals
from cockpit.modelling.forecast import LEVELS, Step
from cockpit.modelling.regular import Regular

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Smoothing:
    """A model whose parameters were estimated on one run of figures and hold for later ones.

    Amounts above zero are taken as logarithms, with a season; rates as they are, without one.
    """

    known: Festivals
    parameters: Any
    effect: Effect
    logarithmic: bool

    def ahead(self, figures: Regular, count: int) -> list[Step]:
        """The steps after the latest figure; the figures may go on after those estimated on."""
        model = _model(
            _plain(figures, self.known, self.effect, self.logarithmic),
            figures.steps if self.logarithmic else 0,
        )
        with catch_warnings():
            simplefilter("ignore")
            fitted = model.smooth(self.parameters)
        moved = self.effect.of(self.known.regressor(figures.following(count)))
        prediction = fitted.get_prediction(start=len(figures), end=len(figures) + count - 1)
        bounds = [prediction.pred_int(alpha=1 - level).to_numpy() for level in LEVELS]
        means = prediction.predicted_mean.to_numpy()
        return [
            self._step(float(mean), moved[i], [tuple(map(float, bound[i])) for bound in bounds])
            for i, mean in enumerate(means)
        ]

    def _step(self, mean: float, moved: float, bounds: Sequence[tuple[float, ...]]) -> Step:
        numbers = [mean, *(bound for pair in bounds for bound in pair)]
        shifted = [number + moved for number in numbers]
        return Step(*(map(exp, shifted) if self.logarithmic else shifted))


def smoothing(figures: Regular, known: Festivals, *, logarithmic: bool) -> Smoothing:
    """Estimate by maximum likelihood on these figures."""
    scaled = [log(value) if logarithmic else value for value in figures.values]
    effect = festival_effect(scaled, known.regressor(figures.spans), figures.steps)
    effect = effect if logarithmic else Effect(0.0, 0.0)
    plain = _plain(figures, known, effect, logarithmic)
    with catch_warnings():
        # A likelihood that does not settle shows in the back-test.
        simplefilter("ignore")
        fitted = _model(plain, figures.steps if logarithmic else 0).fit(disp=False)
    return Smoothing(known, fitted.params, effect, logarithmic)


def _plain(figures: Regular, known: Festivals, effect: Effect, logarithmic: bool) -> pd.Series:
    import pandas as pd

    moved = effect.of(known.regressor(figures.spans))
    scaled = (log(value) if logarithmic else value for value in figures.values)
    return pd.Series([value - part for value, part in zip(scaled, moved, strict=True)])


def _model(plain: pd.Series, steps: int) -> Any:  # noqa: ANN401 - the library's own, without types
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    season = {"seasonal": "add", "seasonal_periods": steps} if steps else {}
    return ETSModel(plain, error="add", trend="add", damped_trend=True, **season)
