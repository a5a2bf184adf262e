"""The wall: one screen that shows a place, and keeps itself true."""

from layouts.wall.page import layout, register

__all__ = ["layout", "register"]
