"""The upload desk: a bureau's file goes in as it is, and is published when a person says so."""

from layouts.upload.callbacks import register
from layouts.upload.page import layout

__all__ = ["layout", "register"]
