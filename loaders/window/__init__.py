"""A sheet as staff know it, window by window, with what became of its cells."""

from loaders.window.window import Place, window

__all__ = ["Place", "window"]
