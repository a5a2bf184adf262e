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
    message = (
        "Back-test: %(tried)s figures projected %(horizon)s steps ahead or less from %(origins)s "
        "points of time; mean error %(error)s %%, %(inside)s within the 80 %% interval."
        if found.relative
        else "Back-test: %(tried)s figures projected %(horizon)s steps ahead or less from "
        "%(origins)s points of time; mean error %(error)s points, %(inside)s within the 80 %% "
        "interval."
    )
    return _(
        message,
        tried=test.tried,
        horizon=test.horizon,
        origins=test.origins,
        error=number(test.error, 1 if found.relative else 2),
        inside=test.inside,
    )
