"""`aggregate` and `scan`: work over Parquet, by DuckDB here or by Spark."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from cockpit.aggregation.request import request
from cockpit.cli.batches import Json, Person, print_batch
from cockpit.cli.opening import pass_cockpit
from cockpit.cli.printing import Form, print_rows
from cockpit.cli.selecting import AsOf
from cockpit.cockpit import Cockpit
from cockpit.scan import COLUMNS
from cockpit.scan import scan as scan_figures

if TYPE_CHECKING:
    from cockpit.warehouse.parquet import Engine

Chosen = click.option(
    "--engine", "name", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True
)
Master = click.option(
    "--master", default="local[*]", show_default=True, help="Spark's master: spark://HOST:7077."
)
Work = click.option(
    "--work",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder for what is written on the way; every worker of Spark must see it.",
)


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--area", required=True, help="The area whose units the files hold completely.")
@click.option("--count", default="", help="Indicator for the number of units, as ind_units.")
@Chosen
@Master
@Work
@Person
@Json
@pass_cockpit
def aggregate(
    cockpit: Cockpit,
    files: tuple[Path, ...],
    area: str,
    count: str,
    name: str,
    master: str,
    work: Path | None,
    person: str,
    as_json: bool,
) -> None:
    """Add up what single units reported in FILES (Parquet), and stage the totals as a batch."""
    asked = request(cockpit.catalog, files, area, count)
    staged = cockpit.aggregate(asked, _engine(cockpit, name, master), person, work)
    print_batch(staged.batch, as_json)


@click.command()
@click.option("--beyond", type=click.FloatRange(min=0), default=0.1, show_default=True)
@AsOf
@Chosen
@Master
@Work
@Form
@pass_cockpit
def scan(
    cockpit: Cockpit,
    beyond: float,
    moment: datetime | None,
    name: str,
    master: str,
    work: Path | None,
    form: str,
) -> None:
    """Print published growth that lies BEYOND so many points from the ratio of published levels."""
    with TemporaryDirectory(dir=work) as room:
        figures = Path(room) / "figures.parquet"
        cockpit.door(moment).export(figures)
        engine = _engine(cockpit, name, master)
        rows = scan_figures(figures, cockpit.catalog, engine, beyond, work)
        print_rows(rows, COLUMNS, form)


def _engine(cockpit: Cockpit, name: str, master: str) -> Engine:
    from cockpit.warehouse.parquet import DuckDB, Spark

    return (
        Spark(python=cockpit.settings.spark_python, master=master) if name == "spark" else DuckDB()
    )
