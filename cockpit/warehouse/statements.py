"""The SQL that is kept in files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, TextClause, text


@cache
def statement(name: str) -> TextClause:
    """The statement in `sql/<name>.sql`; `:name` stands for a parameter."""
    place = files("cockpit.warehouse").joinpath("sql", f"{name}.sql")
    return text(place.read_text(encoding="utf-8"))


def run(connection: Connection, *names: str, **parameters: int) -> None:
    """Execute statements in turn, each with the parameters it names."""
    for name in names:
        wanted = statement(name)
        used = {key: parameters[key] for key in wanted.compile().params}
        connection.execute(wanted, used)
