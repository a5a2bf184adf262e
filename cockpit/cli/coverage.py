"""`coverage`: which indicators have a figure, and what the others want."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import click
import orjson

from cockpit.catalog import Catalog
from cockpit.cli.opening import pass_cockpit
from cockpit.cli.selecting import AsOf
from cockpit.cockpit import Cockpit
from cockpit.coverage import Coverage, coverage_anywhere, measure_words
from cockpit.coverage import coverage as coverage_within
from cockpit.figures import place
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator.lacking import Stock
from cockpit.series import Point, SeriesKey
from cockpit.wording import number, period_words


@click.command()
@click.option("--area", default=None, help="Only this area; otherwise wherever there is a figure.")
@click.option("--missing", is_flag=True, help="Only the indicators without a figure.")
@AsOf
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
@pass_cockpit
def coverage(
    cockpit: Cockpit, area: str | None, missing: bool, moment: datetime | None, as_json: bool
) -> None:
    """List every indicator with its latest figure, or with what is missing for one."""
    catalog = cockpit.catalog
    home = place(catalog, area or cockpit.settings.area)
    stock = Stock(area=home, door=cockpit.door(moment), calculator=cockpit.calculator(moment))
    found = list((coverage_within if area else coverage_anywhere)(stock, catalog))
    shown = [one for one in found if not (missing and one.figure)]
    for one in shown:
        click.echo(orjson.dumps(one.to_dict(catalog)).decode() if as_json else _line(one, catalog))
    if not as_json:
        click.echo(_summary(found))


def _summary(found: Iterable[Coverage]) -> str:
    states = [one.figure is not None for one in found]
    return _("%(held)s of %(all)s indicators have a figure.", held=sum(states), all=len(states))


def _line(one: Coverage, catalog: Catalog) -> str:
    key, found = one.series.key, one.figure
    entry = catalog.indicators[one.indicator]
    name = f"{entry.name(current_locale.get())} {entry.id}"
    if found is None or key is None:
        return f"{_('Missing')}  {name}: {one.wanted(catalog)}"
    return f"{_('Held')}  {name}: {_figure(one, key, found, catalog)}"


def _figure(one: Coverage, key: SeriesKey, found: Point, catalog: Catalog) -> str:
    locale, entry = current_locale.get(), catalog.indicators[one.indicator]
    area = catalog.areas.get(one.area)
    decimals = 1 if key.transformation != "level" else entry.decimals
    parts = (
        area.name(locale) if area else one.area,
        *(catalog.code_name(name, code, locale) for name, code in key.breakdown),
        period_words(found.period, key.freq, key.accumulation),
        "" if key.transformation == "level" else measure_words(key.transformation),
        f"{number(found.value, decimals)} {one.series.unit}",
        _("published") if found.observation is not None else _("calculated"),
    )
    return " ".join(part for part in parts if part)
