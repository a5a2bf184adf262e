"""Alarms: thresholds as data, the episodes in which figures are beyond them, and what is done."""

from cockpit.alarm.episode import Episode, episodes
from cockpit.alarm.life import (
    NEXT,
    OPEN,
    Alarm,
    AlarmRefused,
    AlarmState,
    AlarmStep,
    Unfounded,
)
from cockpit.alarm.threshold import Threshold, Thresholds, load_thresholds

__all__ = [
    "NEXT",
    "OPEN",
    "Alarm",
    "AlarmRefused",
    "AlarmState",
    "AlarmStep",
    "Episode",
    "Threshold",
    "Thresholds",
    "Unfounded",
    "episodes",
    "load_thresholds",
]
