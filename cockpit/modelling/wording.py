"""What always stands beside a model's estimate."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from cockpit.modelling.adjust import Adjusted
from cockpit.modelling.project import Projected
from cockpit.wording import number


def label() -> str:
    """模型测算，非统计数据."""
    return _("Model estimate, not a statistic")


def method_words(found: Adjusted) -> str:
    """How a series was adjusted, and why not by X-13 where it was not."""
    festival = (
        _("an effect of the Spring Festival is taken out")
        if found.festival
        else _("no certain effect of the Spring Festival was found")
    )
    text = _(
        "Seasonally adjusted by %(method)s; %(festival)s.", method=found.method, festival=festival
    )
    return f"{text} {found.because}".strip()


def error_words(found: Projected) -> str:
    """How far off the method was in the back-test."""
    test = found.test
    return _(
        "Back-test: %(tried)s figures projected up to %(horizon)s steps ahead from %(origins)s "
        "points of time; %(error)s; %(inside)s within the 80 %% interval.",
        tried=test.tried,
        horizon=test.horizon,
        origins=test.origins,
        error=_mean_error(found),
        inside=test.inside,
    )


def _mean_error(found: Projected) -> str:
    error = found.test.error
    if found.relative:
        return _("mean absolute percentage error (MAPE) %(error)s %%", error=number(error, 1))
    if found.figures.unit == "%":
        return _("mean absolute error %(error)s percentage points", error=number(error, 2))
    return _("mean absolute error %(error)s points", error=number(error, 2))
