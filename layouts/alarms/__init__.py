"""Alarms: what is beyond its threshold, who answers for it, and what is done about it."""

from layouts.alarms.callbacks import register
from layouts.alarms.page import layout

__all__ = ["layout", "register"]
