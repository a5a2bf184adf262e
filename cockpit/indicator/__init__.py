"""Derived indicators: their declarations, the calculator that evaluates them, and the trace."""

from cockpit.indicator.calculator import Calculator
from cockpit.indicator.formula import Formula, Lookup, gather
from cockpit.indicator.subject import Chart, Strand, Subject, grouped, subjects_by_id
from cockpit.indicator.trace import Trace

__all__ = [
    "Calculator",
    "Chart",
    "Formula",
    "Lookup",
    "Strand",
    "Subject",
    "Trace",
    "gather",
    "grouped",
    "subjects_by_id",
]
