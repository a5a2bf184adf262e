"""The HTTP interface: JSON for programs, the originals for people, health for operators."""

from cockpit.api.server import register

__all__ = ["register"]
