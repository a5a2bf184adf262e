"""Exploring any series: its history, its regions, its definition and every cell behind it."""

from layouts.explore.callbacks import register
from layouts.explore.page import layout

__all__ = ["layout", "register"]
