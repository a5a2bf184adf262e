"""Meetings: figures frozen as of a moment under a name, to be looked at again exactly."""

from cockpit.meeting.frozen import Basis, Meeting, MeetingRefused

__all__ = ["Basis", "Meeting", "MeetingRefused"]
