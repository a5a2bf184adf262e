"""Meetings: figures frozen under a name, and the ways to look at them again."""

from layouts.meetings.callbacks import register
from layouts.meetings.page import layout

__all__ = ["layout", "register"]
