"""The commands, and what their exit status means.

0 done; 1 refused because of the input; 2 wrong usage; 3 the program's own failure.
"""

from __future__ import annotations

import logging
import sys

import click

from cockpit.cli.alarms import alarms
from cockpit.cli.batches import batches, load
from cockpit.cli.bulk import aggregate, scan
from cockpit.cli.compacting import compact
from cockpit.cli.coverage import covered
from cockpit.cli.figures import explain, query
from cockpit.cli.files import extract
from cockpit.cli.history import audit, corrections, revisions
from cockpit.cli.keeping import backup, restore, verify
from cockpit.cli.life import publish, review, submit, withdraw
from cockpit.cli.maps import maps
from cockpit.cli.meetings import meetings
from cockpit.cli.memory import forget, memory
from cockpit.cli.modelling import adjust, project
from cockpit.cli.position import ranks, targets
from cockpit.cli.server import demo, serve
from cockpit.cli.signals import disclosure, lights, matching, outliers, scores
from cockpit.cli.structure import structure
from cockpit.cli.table import table
from cockpit.cli.token import token
from cockpit.cockpit import Cockpit, Rooms
from cockpit.errors import ArithmeticRefused, CockpitError, InputError
from cockpit.i18n import current_locale
from cockpit.release import current_audience
from cockpit.settings import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="econ-cockpit", message="%(version)s")
@click.option("--released", is_flag=True, help="Read what the public may, no more.")
def commands(released: bool) -> None:
    """Economic-indicator cockpit: bureaus' spreadsheets in, one trustworthy screen out."""
    current_audience.set("public" if released else "staff")


COMMANDS = (
    *(serve, demo, extract, load, batches),
    *(submit, review, publish, withdraw),
    *(memory, forget, query, explain, structure, table, covered),
    *(aggregate, scan, ranks, targets, adjust, project),
    *(lights, matching, outliers, scores, disclosure),
    *(revisions, corrections, alarms, audit),
    *(meetings, token),
    *(backup, restore, verify, compact, maps),
)

for command in COMMANDS:
    commands.add_command(command)


def run(rooms: Rooms) -> None:
    """Run the command line and leave the process with its exit status."""
    sys.exit(_status(rooms))


def _status(rooms: Rooms) -> int:
    try:
        settings = Settings.from_environment()
        current_locale.set(settings.locale)
        return commands(obj=Cockpit(settings, rooms), standalone_mode=False) or 0
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
        logging.getLogger("cockpit").exception("The command failed")
        return 3
