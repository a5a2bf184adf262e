"""The composition: settings, warehouse, loaders, indicators and screens become one server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cockpit.cli import run
from cockpit.rooms import Rooms
from cockpit.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from dash import Dash

    from cockpit.catalog import Catalog
    from cockpit.cockpit import Cockpit
    from cockpit.indicator import Formula
    from cockpit.memory import Memory
    from cockpit.observation import Issue
    from cockpit.reading import Excerpt, Reading, SheetWindow
    from cockpit.series import ReadingDoor


def create_app(settings: Settings | None = None) -> Dash:
    """One working application; called twice in a process it gives two."""
    from cockpit.cockpit import Cockpit

    return assemble(Cockpit(settings or Settings.from_environment(), ROOMS))


def assemble(cockpit: Cockpit) -> Dash:
    """The screens and the HTTP interface over one opened cockpit."""
    from cockpit.api import register
    from cockpit.api.access import only_here, released, require_here
    from cockpit.api.door import shown
    from cockpit.api.told import told
    from cockpit.boundaries import Boundaries
    from layouts.services import Services
    from layouts.shell import build

    if cockpit.catalog.areas.get(cockpit.settings.area) is None:
        raise ValueError(f"COCKPIT_AREA is {cockpit.settings.area!r}, which is no area")
    warehouse = cockpit.warehouse
    services = Services(
        catalog=cockpit.catalog,
        door=cockpit.door,
        calculator=cockpit.calculator,
        models=cockpit.models,
        targets=lambda: cockpit.targets,
        may_change=require_here,
        stage=cockpit.bring,
        staged=only_here(warehouse.staged),
        submit=only_here(warehouse.submit),
        review=only_here(warehouse.review),
        publish=only_here(cockpit.publish),
        effect=only_here(cockpit.effect),
        withdraw=only_here(cockpit.withdraw),
        batches=released(warehouse.batches),
        alarms=cockpit.alarms,
        alarm_step=only_here(cockpit.alarms.step),
        answer=only_here(cockpit.answer),
        questions=only_here(cockpit.questions),
        show=only_here(cockpit.show),
        export_xlsx=export_xlsx,
        told=lambda action, what, rows: told(cockpit, action, what, rows=rows),
        meetings=cockpit.meetings,
        freeze=only_here(cockpit.meetings.freeze),
        walls=only_here(cockpit.walls.listed),
        make_wall=only_here(cockpit.walls.make),
        revoke_wall=only_here(cockpit.walls.revoke),
        wall_shown=shown,
        home_area=cockpit.settings.area,
        scenes=cockpit.settings.scenes,
        boundaries=Boundaries(cockpit.catalog.areas, cockpit.settings.map_packs),
        releases=cockpit.releases,
        rules=cockpit.rules,
    )
    dash = build(services)
    register(dash.server, cockpit)
    return dash


def serve(cockpit: Cockpit, host: str, port: int) -> None:
    """Serve until told to stop, many threads in the one process that owns the warehouse."""
    import logging

    from waitress import create_server

    from cockpit.schedule import running
    from cockpit.serving import announced

    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("cockpit").setLevel(logging.INFO)
    server = create_server(
        assemble(cockpit).server, host=host, port=port, threads=16, ident="", connection_limit=1000
    )
    address = f"http://{host}:{server.effective_port}/"
    here = announced(cockpit.settings.home, host, int(server.effective_port), cockpit.key)
    with here, running(cockpit.backups()):
        print(address, flush=True)  # noqa: T201 - what a person opens
        server.run()


def extract(path: Path, name: str, catalog: Path, memory: Memory) -> Reading:
    """Read a file in a process of its own."""
    from loaders.sandbox import extract as read

    return read(path, name, catalog, memory)


def lines(path: Path, named: str | None, catalog: Path) -> bytes:
    """Read a file in a process of its own, as lines to be printed."""
    from loaders.children import idle

    # It starts while we import what understands its answer.
    idle.prepare()
    from loaders.sandbox import lines as read

    return read(path, named, catalog)


def look(path: Path, places: Sequence[tuple[str, str]]) -> Sequence[Excerpt]:
    """What is printed around cells, read in a process of its own."""
    from loaders.sandbox import look as see

    return see(path, places)


def show(
    path: Path, name: str, catalog: Path, memory: Memory, at: tuple[str, int, int]
) -> SheetWindow:
    """A part of a sheet with what became of its cells, read in a process of its own."""
    from loaders.sandbox import show as see

    return see(path, name, catalog, memory, at)


def export_xlsx(header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """Write a table as a workbook."""
    from loaders.export import write_xlsx

    return write_xlsx(header, rows)


def formulas() -> Mapping[str, Formula]:
    """How derived indicators are computed."""
    from indicators import FORMULAS

    return FORMULAS


def check(reading: Reading, catalog: Catalog) -> Iterable[Issue]:
    """What records say against each other."""
    from loaders.checks.run import check as check_records

    return check_records(reading, catalog)


def check_against(reading: Reading, door: ReadingDoor, catalog: Catalog) -> Iterable[Issue]:
    """What is odd about a reading beside what stands published."""
    from loaders.checks.against import check_against as check_beside

    return check_beside(reading, door, catalog)


ROOMS = Rooms(
    extract=extract,
    lines=lines,
    look=look,
    show=show,
    check=check,
    check_against=check_against,
    formulas=formulas,
    serve=serve,
)


def main() -> None:
    """The `econ-cockpit` command."""
    run(ROOMS)


if __name__ == "__main__":
    main()
