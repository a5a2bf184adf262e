"""From any file to records: grid, tables, meaning, checks."""

from __future__ import annotations

from loaders.sandbox import extract, look, show

__all__ = ["extract", "look", "show"]
