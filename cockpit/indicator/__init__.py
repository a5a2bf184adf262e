"""Derived indicators: their declarations, the calculator that evaluates them, and the trace."""

from cockpit.indicator.calculator import Calculator
from cockpit.indicator.formula import Formula, Lookup, gather
from cockpit.indicator.trace import Trace

__all__ = ["Calculator", "Formula", "Lookup", "Trace", "gather"]
