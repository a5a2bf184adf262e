"""The command line: `econ-cockpit`."""

from cockpit.cli.main import run

__all__ = ["run"]
