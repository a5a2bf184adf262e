"""The operator's page of walls with a token: made, listed, revoked."""

from layouts.tokens.callbacks import register
from layouts.tokens.page import layout

__all__ = ["layout", "register"]
