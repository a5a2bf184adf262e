"""`backup`, `restore`, `verify`: the warehouse as a whole."""

from __future__ import annotations

import getpass
import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.serving import Serving, asked, serving

if TYPE_CHECKING:
    from cockpit.warehouse.archive import Manifest
    from cockpit.warehouse.verify import Finding

NewFile = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
Kept = click.Path(exists=True, dir_okay=False, path_type=Path)
Person = click.option("--person", default=getpass.getuser, help="Who does it.")


@click.command()
@NewFile
@Person
@pass_cockpit
def backup(cockpit: Cockpit, file: Path, person: str) -> int:
    """Write everything as it is now to FILE, also while the server runs."""
    server = _server(cockpit)
    manifest = _fetch(server, file, person) if server else cockpit.warehouse.backup(file, person)
    click.echo(_("Backed up to %(file)s and read back: %(what)s", file=file, what=_held(manifest)))
    for digest, fault in manifest.lacking.items():
        words = {"digest": digest, "fault": _(fault)}
        click.echo(_("Not in it: the original %(digest)s (%(fault)s).", **words), err=True)
    return 1 if manifest.lacking else 0


@click.command()
@click.argument("file", type=Kept)
@click.option("--replace", is_flag=True, help="Put the warehouse that stands there aside.")
@Person
@pass_cockpit
def restore(cockpit: Cockpit, file: Path, replace: bool, person: str) -> int:
    """Put the backup FILE in the place of the warehouse, checked."""
    from cockpit.warehouse.restore import restore as put_back

    done = put_back(cockpit.settings, file, replace=replace)
    cockpit.warehouse.note(person, "restore", file.name, {"at": done.manifest.made_at})
    click.echo(_("Restored from %(file)s: %(what)s", file=file, what=_held(done.manifest)))
    if done.aside:
        click.echo(_("The old database is kept in %(folder)s.", folder=done.aside))
    return _report(done.findings)


@click.command()
@click.argument("file", type=Kept, required=False)
@pass_cockpit
def verify(cockpit: Cockpit, file: Path | None) -> int:
    """Check the warehouse, or the backup FILE, figure by figure; one line a finding."""
    if file:
        return _report(_examined(file))
    from cockpit.warehouse.engine import WarehouseDamaged
    from cockpit.warehouse.verify import Finding

    try:
        server = _server(cockpit)
    except WarehouseDamaged as damage:
        return _report([Finding(str(damage))])
    return _report(_findings(server) if server else cockpit.warehouse.verify())


def _server(cockpit: Cockpit) -> Serving | None:
    """The server that holds the warehouse; None, and the warehouse opened, where none does."""
    from cockpit.warehouse.engine import WarehouseBusy

    try:
        cockpit.warehouse  # noqa: B018 - opening it is the question
    except WarehouseBusy:
        server = serving(cockpit.settings.home)
        if server is None:
            raise
        return server
    return None


def _fetch(server: Serving, file: Path, person: str) -> Manifest:
    from cockpit.warehouse import archive

    fields = {"person": person}
    with archive.unfinished(file) as path:
        with (
            asked(server, "/api/v1/backup", fields, current_locale.get()) as answer,
            path.open("wb") as target,
        ):
            shutil.copyfileobj(answer, target)
        return archive.check(path)


def _findings(server: Serving) -> list[Finding]:
    import orjson

    from cockpit.warehouse.verify import Finding

    with asked(server, "/api/v1/verify", {}, current_locale.get()) as answer:
        return [Finding(**told) for told in orjson.loads(answer.read())]


def _examined(file: Path) -> Iterable[Finding]:
    from cockpit.warehouse.restore import examine

    with TemporaryDirectory() as room:
        return examine(file, Path(room))[1]


def _held(manifest: Manifest) -> str:
    return _(
        "%(batches)s batches, %(figures)s figures, %(originals)s originals, as of %(at)s.",
        batches=manifest.rows.get("batch", 0),
        figures=manifest.rows.get("observation", 0),
        originals=len(manifest.parts) - 1,
        at=manifest.made_at,
    )


def _report(findings: Iterable[Finding]) -> int:
    """One line a finding; 1 where one of them is a fault."""
    status = 0
    for finding in findings:
        click.echo(finding.message, err=not finding.harmless)
        status = status if finding.harmless else 1
    if not status:
        click.echo(_("Checked: nothing is wrong."))
    return status
