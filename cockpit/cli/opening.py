"""What commands work with; the cockpit is opened where one wants it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, update_wrapper
from typing import TYPE_CHECKING, Any

import click

from cockpit.rooms import Rooms
from cockpit.settings import Settings

if TYPE_CHECKING:
    from cockpit.cockpit import Cockpit


@dataclass(frozen=True)
class Opening:
    """The settings and the rooms."""

    settings: Settings
    rooms: Rooms

    @cached_property
    def cockpit(self) -> Cockpit:
        """Everything that works with the warehouse."""
        # Reading a file needs none of it, and its modules take half of a command's start.
        from cockpit.cockpit import Cockpit

        return Cockpit(self.settings, self.rooms)


def pass_cockpit(command: Callable[..., Any]) -> Callable[..., Any]:
    """Call a command with the cockpit before its own options."""

    @click.pass_obj
    def called(opening: Opening, *options: object, **named: object) -> Any:  # noqa: ANN401 - the command's
        return command(opening.cockpit, *options, **named)

    return update_wrapper(called, command)
