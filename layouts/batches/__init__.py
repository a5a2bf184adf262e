"""Batches: what was brought, where each stands, and the steps that may be taken."""

from layouts.batches.callbacks import register
from layouts.batches.page import layout

__all__ = ["layout", "register"]
