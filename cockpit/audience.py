"""Who asks: staff, who work with figures before their release, or the public, who do not."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Literal

Audience = Literal["staff", "public"]

current_audience: ContextVar[Audience] = ContextVar("current_audience", default="staff")
