"""What a printed period means: `2024年1-10月`, `2018.10-12`, `2021年第四季度`, `Apr 2020`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from unicodedata import normalize

from cockpit.period import Accumulation, Freq
from loaders.grid import Cell

LONGEST = 400
"""No heading or label is longer; what follows is not looked at."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_DASHES = re.compile(r"\s*[—–―－−～〜~至到]+\s*|\s*-+\s*")
_CHINESE = {"十二": "12", "十一": "11", "十": "10"} | dict(
    zip("一二三四五六七八九", "123456789", strict=True)
)
_NUMERAL = re.compile(
    r"(?:十[一二]?|[一二三四五六七八九])(?=个?月|季|至|-)|(?<=[-前第])(?:十[一二]?|[一二三四五六七八九])"
)
_ENGLISH = {
    m: n
    for n, m in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_NAMED = "|".join(_ENGLISH)

_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d(?=年))年?"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_BREAK = r"[-./]?"
_END = r"(?P<end>末|底)?"


@dataclass(frozen=True, slots=True)
class Time:
    """A period as printed; `accumulation` is None where the text leaves it open.

    `open_month` marks `2016.1`, which is January or a number that lost October's zero;
    `open_span` marks January to March, which is a first quarter or three cumulated months.
    """

    freq: Freq
    time_period: str
    accumulation: Accumulation | None = None
    open_month: bool = False
    open_span: bool = False


Reader = Callable[[re.Match[str]], Time | None]


@dataclass(frozen=True, slots=True)
class Part:
    """Months of a year that is named elsewhere: `10月`, `1-10月`."""

    month: int
    accumulation: Accumulation | None

    def within(self, year: Time) -> Time:
        """The period, in the year of another."""
        return Time("M", f"{year.time_period[:4]}-{self.month:02d}", self.accumulation)


def read_part(text: str) -> Part | None:
    """The months that a text names without a year, or None."""
    found = re.fullmatch(rf"(?P<since>1-|前)?{_MONTH}个?月(?:累计)?", normal_time(text))
    if found is None:
        return None
    summed = found["since"] or found.group().endswith("累计")
    return Part(int(found["month"]), "ytd" if summed else None)


def read_time(text: str) -> Time | None:
    """The period that a text names and nothing else; None where it is no period."""
    bare = normal_time(text)
    time = _first_of(bare.removesuffix("累计"), _WHOLE)
    return replace(time, accumulation="ytd") if time and bare.endswith("累计") else time


def find_time(text: str) -> Time | None:
    """The first period inside a longer text such as a title."""
    return _first_of(normal_time(text), _WITHIN)


def cell_time(cell: Cell) -> Time | None:
    """The period a header cell names; a date cell names its month, or its year by its format."""
    if isinstance(cell.value, datetime | date):
        return _date_time(cell.value, cell.number_format)
    return read_time(printed(cell))


def printed(cell: Cell) -> str:
    """A cell's text as a header prints it: `2016.1` formatted `0.00` reads 2016.10."""
    decimals = re.fullmatch(r"0\.(0+)(?:_.*)?", cell.number_format)
    if decimals and isinstance(cell.value, int | float):
        return f"{cell.value:.{len(decimals.group(1))}f}"
    return cell.raw[:LONGEST].strip()


def normal_time(text: str) -> str:
    """A text with one kind of digit and dash, without blanks and particles."""
    text = normalize("NFKC", text).strip().lower().replace("元月", "1月")
    text = re.sub(rf"({_NAMED})[a-z]*\.?\s+(?=\d{{4}})", r"\1", text)
    text = re.sub(r"元(?=-)", "1", _DASHES.sub("-", text).replace(" ", ""))
    text = _NUMERAL.sub(lambda found: _CHINESE[found.group()], text)
    return re.sub(r"(?<=月)份|(?<=[年季])度|止$", "", text)


def _date_time(value: date, number_format: str) -> Time | None:
    shown = number_format.lower()
    if "y" in shown and "m" not in shown and "d" not in shown:
        return Time("A", f"{value.year:04d}")
    if value.day != 1 and "d" in shown:
        return None
    return Time("M", f"{value.year:04d}-{value.month:02d}")


def _first_of(text: str, forms: Sequence[tuple[re.Pattern[str], Reader]]) -> Time | None:
    for pattern, reader in forms:
        if (found := pattern.search(text)) and (time := reader(found)):
            return time
    return None


def _year(found: re.Match[str]) -> int:
    year = int(found["year"])
    return year + 2000 if year < 100 else year


def _quarter(found: re.Match[str]) -> Time:
    return Time("Q", f"{_year(found):04d}-Q{int(found['quarter'])}")


def _quarters(found: re.Match[str]) -> Time:
    return Time("Q", f"{_year(found):04d}-Q{int(found['quarter'])}", "ytd")


def _lettered(found: re.Match[str]) -> Time:
    return Time("Q", f"{_year(found):04d}-Q{'abcd'.index(found['letter']) + 1}")


def _half(found: re.Match[str]) -> Time:
    return Time("Q", f"{_year(found):04d}-Q2", "ytd")


def _months(found: re.Match[str]) -> Time | None:
    first, last = int(found["first"]), int(found["last"])
    if first == 1 and last > 1:
        return Time("M", f"{_year(found):04d}-{last:02d}", "ytd", open_span=last == 3)
    if last - first == 2 and first % 3 == 1:
        return Time("Q", f"{_year(found):04d}-Q{last // 3}")
    return None


def _first_months(found: re.Match[str]) -> Time:
    return Time("M", f"{_year(found):04d}-{int(found['month']):02d}", "ytd")


def _month(found: re.Match[str]) -> Time:
    stock: Accumulation | None = "stock" if found["end"] else None
    lost_zero = re.search(r"\d{4}\.1$", found.group()) is not None
    return Time("M", f"{_year(found):04d}-{int(found['month']):02d}", stock, open_month=lost_zero)


def _named_month(found: re.Match[str]) -> Time:
    return Time("M", f"{_year(found):04d}-{_ENGLISH[found['name']]:02d}")


def _whole_year(found: re.Match[str]) -> Time | None:
    year = _year(found)
    stock: Accumulation | None = "stock" if found["end"] else None
    return Time("A", f"{year:04d}", stock) if _FIRST_YEAR <= year <= _LAST_YEAR else None


_FORMS: tuple[tuple[str, Reader], ...] = (
    (rf"{_YEAR}(?:前|1-)(?P<quarter>[2-4])个?季", _quarters),
    (rf"{_YEAR}{_BREAK}第?(?P<quarter>[1-4])季", _quarter),
    (rf"{_YEAR}{_BREAK}q(?P<quarter>[1-4])", _quarter),
    (rf"q(?P<quarter>[1-4]){_BREAK}{_YEAR}", _quarter),
    (rf"(?P<quarter>[1-4])q{_BREAK}{_YEAR}", _quarter),
    (rf"{_YEAR}(?:上半年|{_BREAK}h1)", _half),
    (rf"{_YEAR}前(?P<month>1[0-2]|[2-9])个?月", _first_months),
    (rf"{_YEAR}{_BREAK}(?P<first>1[0-2]|0?[1-9])月?-(?P<last>1[0-2]|0?[1-9])月?(?!\d)", _months),
    (rf"{_YEAR}(?<=年){_MONTH}月{_END}", _month),
    (rf"{_YEAR}[-./]{_MONTH}(?:月{_END})?(?![\d-])", _month),
    (r"(?P<year>(?:19|20)\d\d)(?P<month>1[0-2]|0[1-9])(?P<end>)(?!\d)", _month),
    (rf"(?P<name>{_NAMED}){_YEAR}", _named_month),
    (rf"{_YEAR}(?P<name>{_NAMED})[a-z]*", _named_month),
    (r"(?P<year>(?:19|20)\d\d)(?P<letter>[abcd])", _lettered),
    (rf"{_YEAR}(?:全年)?{_END}(?!\d)", _whole_year),
)
_WHOLE = [(re.compile(rf"\A(?:{pattern})\Z"), reader) for pattern, reader in _FORMS]
_WITHIN = [(re.compile(rf"(?<!\d)(?:{pattern})"), reader) for pattern, reader in _FORMS]
