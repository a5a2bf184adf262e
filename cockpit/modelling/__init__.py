"""Estimates by models: seasonal adjustment and projection.

They are no statistics: every answer says so, shows how far off such estimates were, and none is
ever stored among the figures. The libraries load when a model is first asked for.
"""

from cockpit.modelling.adjust import Adjusted, adjusted
from cockpit.modelling.backtest import Backtest
from cockpit.modelling.festival import Festivals, festivals
from cockpit.modelling.project import Projected, projected
from cockpit.modelling.refusals import MODELLED
from cockpit.modelling.vintages import Revised, revised
from cockpit.modelling.wording import error_words, label, method_words
from cockpit.modelling.workshop import Workshop

__all__ = [
    "MODELLED",
    "Adjusted",
    "Backtest",
    "Festivals",
    "Projected",
    "Revised",
    "Workshop",
    "adjusted",
    "error_words",
    "festivals",
    "label",
    "method_words",
    "projected",
    "revised",
]
