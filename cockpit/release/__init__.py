"""When figures are released to the public, and to whom they may be shown before."""

from cockpit.release.calendar import NO_CALENDAR, Release, ReleaseCalendar
from cockpit.release.load import load_releases

__all__ = [
    "NO_CALENDAR",
    "Release",
    "ReleaseCalendar",
    "load_releases",
]
