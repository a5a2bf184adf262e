"""What a line of words says as a title: period, region, unit, indicator."""

from __future__ import annotations

import re
from calendar import monthrange

from cockpit.observation import Status, Transformation
from loaders.amounts import is_growth
from loaders.facets import NOTHING, Facets, facets_of
from loaders.heading import Heading, Measure, Part, Relative, Time, chinese_part, find_period
from loaders.heading.kinds import OF_THE_GROWTH
from loaders.knowledge import Knowledge
from loaders.places import PlaceName
from loaders.undated import names_one_year, undated

_UNIT = re.compile(
    r"(?:^|[\s(（,，;；。.])(?:计量|金额|数量)?单\s*位\s*[:：]\s*(?P<unit>[^\s()（）;；]+)"
)
_UNIT_IN_ENGLISH = re.compile(r"\bunits?\s*[:：]\s*(?P<unit>[^()（）:：;；]+)", re.IGNORECASE)
_MONEY = re.compile(r"\s*[(（](?:RMB|CNY)[)）]$")
"""Of which money a table is, and not that it is counted in single yuan."""
_SPREAD = re.compile(r"(?<=[十百千万亿])[ \u3000](?=[元人户吨度亩千平立])")
"""The blank of 亿 元."""
_OFFICE = re.compile(
    r"(?:局|厅|院|署|委员会|发改委|工信委|财委|办公室|管委会|公司|集团|中心|支行|银行|政府|海关|总?队)$"
)
"""单位：市税务局 names who reports, not what is counted in."""
_FIELD = re.compile(
    r"\s*(?P<name>指标|时间|地区|年份|月份|[截至止数据统计]{2,4}日期|报告期|indicators?|time|year|region)\s*(?:[:：]|ï¼\x9a)\s*(?P<said>.*?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_CONTINUED = re.compile(r"[\s\d.\-—(（【]*(?:续\s*表|续|continued)", re.IGNORECASE)
_REGION = re.compile(
    r"\s*(?P<region>[\u3400-\u9fff]{2,12}?[省市县区州盟旗])\s*(?=(?:19|20)\d\d\s*年)"
)
_OF_A_TITLE: frozenset[Transformation] = frozenset({"yoy", "mom", "share", "rank", "contribution"})
_FIELDS = {"地区": "region", "时间": "time", "报告期": "time", "year": "time"}
_BRACKET = re.compile(r"[（(]([^（）()]{2,12})[)）]")
_IN_BRACKETS = re.compile(r"[（(]((?:当|本)(?:季|月)|累计)[)）]")
_MONTHS = 12
_LAST_DAY = re.compile(
    r"(?:[（(](?:截至|截止)?|时点\s*[:：])\s*((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:24时)?(?:[）)]|\s*$)"
)
_DAY = re.compile(
    r"((?:19|20)\d\d)(?:年(?=\d{1,2}月)|([-/.])(?=\d{1,2}\2))(\d{1,2})[-月/.]\d{1,2}日?"
)
_NAMES = ("file", "sheet")
_MONTH_OF_A_SHEET = re.compile(r"^(\d\d)\.(\d{1,2})$")
"""24.12 on a sheet's tab."""
_YEARBOOK = "年鉴"
"""The volume of 2023 holds the figures of 2022, and its chapters (1-3) are no months."""
_CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
_LONGEST_NAME = 60

Line = tuple[str, str]
"""A text and where it stands: an address, `sheet` or `file`."""


class Titles:
    """Reads lines of text as titles are read; each is understood once."""

    def __init__(self, known: Knowledge) -> None:
        self._areas = known.catalog.areas
        self._places = known.places
        self._in_title = known.senses.matches.in_title
        self._read = known.heading
        self._is_indicator = known.lexicon.is_indicator
        self._titles = known.titles
        self._undated = known.undated_titles

    def title(self, text: str, at: str, within: str | None = None) -> Facets:
        """Period, region, unit, and the indicator if it names just one."""
        known = self._titles.get((text, at, within))
        return known or self._titles.keep((text, at, within), self._in_any_month(text, at, within))

    def _in_any_month(self, text: str, at: str, within: str | None) -> Facets:
        """What a line says that says the same each month, but for the period."""
        period = find_period(chinese_part(text).strip())
        is_dated = isinstance(period, Time) and _YEARBOOK not in text
        if not is_dated or not names_one_year(text) or _FIELD.match(text):
            return self._title(text, at, within)
        said = (undated(text), at, within, period._replace(time_period=""))
        known = self._undated.get(said) or self._undated.keep(said, self._title(text, at, within))
        return known._replace(time=period)

    def _title(self, text: str, at: str, within: str | None) -> Facets:
        if field := _FIELD.match(text):
            return self._field(field["name"].lower(), field["said"], at)
        text = _MONEY.sub("", chinese_part(text).strip())
        dated = _MONTH_OF_A_SHEET.sub(r"20\1年\2月", text) if at in _NAMES else text
        period = None if _YEARBOOK in text else _reached(text) or find_period(dated)
        code = self._own(text, at, within) or self._places.context(text, within)
        code = code or self._code(text, at)
        place = self._place(code, text) or self._places.shared(text) or _unknown_region(text)
        unit = _unit_in(text)
        named = self._piece(text)
        whole = self._read(text)
        if not whole.name and (whole.relative or whole.measure):
            named = facets_of(whole, at)
        name = named.names[0] if named.names else self._in_title(text)
        measure = named.measure or _pull(whole.measure)
        measure = measure or (whole.measure or _growth(name) if name else None)
        said = [("time_period", period), ("area", place), ("unit", unit), ("indicator", name)]
        return Facets(
            names=(name,) if name else (),
            place=place,
            time=period if isinstance(period, Time) else None,
            part=period if isinstance(period, Part) else None,
            relative=named.relative or _sums(whole.relative) or self._bracketed(text),
            unit=unit or named.unit or _own_unit(whole, text),
            measure=_of_all(measure),
            status=self._status(text, at),
            evidence=tuple((attribute, at) for attribute, value in said if value),
        )

    def _status(self, text: str, at: str) -> Status | None:
        """（初步数） in a title or on a line of its own holds for all, a file's name 快报 not."""
        alone = () if at in _NAMES else (text,)
        headings = map(self._read, [*_BRACKET.findall(text), *alone])
        return next((said.status for said in headings if said.status and not said.name), None)

    def _bracketed(self, text: str) -> Relative | None:
        """（当季） anywhere in a title holds for all."""
        found = _IN_BRACKETS.search(text)
        return _sums(self._read(found[1]).relative) if found else None

    def _piece(self, text: str) -> Facets:
        """A blank-parted piece of the line that is an indicator's name, with its unit."""
        for piece in text.split():
            heading = self._read(piece)
            if heading.name and self._is_indicator(heading.name):
                return facets_of(heading, "")
        return NOTHING

    def _own(self, text: str, at: str, within: str | None) -> str | None:
        """A sheet of a city's workbook that is called as one of its counties, in short."""
        area = self._areas.resolve(text, within) if at == "sheet" and within else None
        return area.code if area else None

    def _code(self, text: str, at: str) -> str | None:
        """A region's code in a file's or a sheet's name: 370400_202410_月报."""
        codes = _CODE.findall(text) if at in _NAMES else []
        return next((code for code in codes if self._areas.get(code)), None)

    def _place(self, code: str | None, text: str) -> PlaceName | None:
        """A region as the text prints it, in full or in short."""
        area = self._areas.get(code) if code else None
        if area is None:
            return None
        names = (area.name_zh, area.short_zh, area.name_en)
        return PlaceName(next((n for n in names if n and n in text), area.short_zh), area.code)

    def _field(self, name: str, said: str, at: str) -> Facets:
        """A line such as `指标：地区生产总值(亿元)`: whatever it names, known or not."""
        if _FIELDS.get(name, name) == "region":
            place = self._places.name(said)
            return Facets(place=place, evidence=(("area", at),))
        if _FIELDS.get(name, name) in ("time", "年份", "月份") or name.endswith("日期"):
            return _dated(
                _DAY.sub(r"\1年\3月", said) + {"年份": "年", "月份": "月"}.get(name, ""), at
            )
        return facets_of(self._read(said), at)

    def section(self, text: str, at: str) -> Facets:
        """A line between figures: what a title says, or else a name for what follows."""
        said = self.title(text, at)._replace(names=())
        if _CONTINUED.match(text):
            return said
        heading = self._read(text)
        if heading.unit and not said.unit:
            said = said._replace(unit=heading.unit)
        if said.place and said.place.text == heading.name:
            if said.place.code:
                return said
            said = said._replace(place=None)
        if not _names_something(heading):
            return said
        return said._replace(names=(heading.name,), label=heading.label, measure=heading.measure)


def _growth(name: str) -> Measure | None:
    """What an indicator that is a growth itself says of its parts, which are not."""
    return Measure("yoy", unit="%", bare=True) if is_growth(name) else None


def _pull(measure: Measure | None) -> Measure | None:
    """贡献率 and 拉动 in a title are those of all below it, whatever it calls them: 三次产业."""
    is_pull = measure and (
        measure.transformation == "contribution" or measure.doubt == OF_THE_GROWTH
    )
    return measure if is_pull else None


def _reached(text: str) -> Time | None:
    """（2024年9月30日） behind a title of balances; any other day is one of printing."""
    found = _LAST_DAY.search(text)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    ends = 1 <= month <= _MONTHS and day == monthrange(year, month)[1]
    return Time("M", f"{year:04d}-{month:02d}", "stock") if ends else None


def _unit_in(text: str) -> str | None:
    found = (match["unit"] for match in _UNIT.finditer(_SPREAD.sub("", text)))
    unit = next((unit for unit in found if not _OFFICE.search(unit)), None)
    in_english = None if unit else _UNIT_IN_ENGLISH.search(text)
    return in_english["unit"].strip() if in_english else unit


def _of_all(measure: Measure | None) -> Measure | None:
    """A way of counting that holds for a whole table; over how long its columns may say."""
    if measure is None or measure.transformation not in _OF_A_TITLE:
        return None
    return measure._replace(accumulation=None)


def _own_unit(heading: Heading, text: str) -> str | None:
    """Institutions at the end of an English title are no unit of it."""
    is_word = bool(heading.name) and text[-1:].isascii() and text[-1:].isalpha()
    return None if is_word or not heading.unit else heading.unit


def _sums(relative: Relative | None) -> Relative | None:
    """（当季值） at the end of a title holds for all; 年末 in one only for what it names."""
    said = relative is not None and not relative.back and relative.accumulation in ("period", "ytd")
    return relative if said else None


def _unknown_region(text: str) -> PlaceName | None:
    """A title's region before a year is one though nobody knows it: `虚构县2024年…`."""
    found = _REGION.match(text)
    return PlaceName(found["region"], None) if found else None


def _dated(text: str, at: str) -> Facets:
    period = find_period(text)
    evidence = (("time_period", at),) if period else ()
    if isinstance(period, Time):
        return Facets(time=period, evidence=evidence)
    return Facets(part=period, evidence=evidence)


def _names_something(heading: Heading) -> bool:
    return bool(heading.name) and len(heading.name) <= _LONGEST_NAME
