"""The commands, and what their exit status means.

0 done; 1 refused because of the input; 2 wrong usage; 3 the program's own failure.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from cockpit.audience import current_audience
from cockpit.cli.opening import Opening
from cockpit.errors import ArithmeticRefused, CockpitError, InputError
from cockpit.i18n import current_locale
from cockpit.rooms import Rooms
from cockpit.settings import Settings

MODULES = {
    "server": ("serve", "demo"),
    "files": ("extract",),
    "batches": ("load", "batches"),
    "life": ("submit", "review", "publish", "withdraw"),
    "memory": ("memory", "forget"),
    "figures": ("query", "explain"),
    "structure": ("structure",),
    "table": ("table",),
    "coverage": ("coverage",),
    "bulk": ("aggregate", "scan"),
    "position": ("ranks", "targets"),
    "modelling": ("adjust", "project"),
    "signals": ("lights", "matching", "outliers", "scores", "disclosure"),
    "history": ("revisions", "corrections", "audit"),
    "alarms": ("alarms",),
    "meetings": ("meetings",),
    "token": ("token",),
    "keeping": ("backup", "restore", "verify"),
    "compacting": ("compact",),
    "maps": ("maps",),
}
"""The commands, each called like its function, by the module that holds them."""
PLACES = {name: module for module, names in MODULES.items() for name in names}


class Commands(click.Group):
    """Commands of which only the one that is called is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, as the help lists them."""
        return sorted(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        if cmd_name not in PLACES:
            return None
        command: click.Command = getattr(import_module(f"cockpit.cli.{PLACES[cmd_name]}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="econ-cockpit", message="%(version)s")
@click.option("--released", is_flag=True, help="Read what the public may, no more.")
def commands(released: bool) -> None:
    """Economic-indicator cockpit: bureaus' spreadsheets in, one trustworthy screen out."""
    current_audience.set("public" if released else "staff")


def run(rooms: Rooms) -> None:
    """Run the command line and leave the process with its exit status."""
    sys.exit(_status(rooms))


def _status(rooms: Rooms) -> int:
    try:
        settings = Settings.from_environment()
        current_locale.set(settings.locale)
        return commands(obj=Opening(settings, rooms), standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 3
    except (InputError, ArithmeticRefused) as refusal:
        click.echo(str(refusal), err=True)
        return 1
    except (CockpitError, ValueError, OSError) as failure:
        click.echo(str(failure), err=True)
        return 3
    except Exception:
        import logging

        logging.getLogger("cockpit").exception("The command failed")
        return 3
