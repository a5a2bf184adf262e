"""Walls that may look without an account: what each may see, until when, and its token."""

from cockpit.wall.grant import DAYS, Wall, WallRefused, WallState, WallStep
from cockpit.wall.token import digest, fits, new_secret, parts, written

__all__ = [
    "DAYS",
    "Wall",
    "WallRefused",
    "WallState",
    "WallStep",
    "digest",
    "fits",
    "new_secret",
    "parts",
    "written",
]
