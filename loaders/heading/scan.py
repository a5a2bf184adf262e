"""A text as the vocabulary compares it: one kind of digit, dash and bracket, no blanks.

A number becomes one letter of a shape: `Y` a year, `D` one or two digits, `S` year and month in
six digits, `M` an English month. All other text is in lower case, so that nothing collides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NARROW = (
    {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    | {code: chr(code - 0xFEE0 + 0x20) for code in range(0xFF21, 0xFF3B)}
    | dict.fromkeys(map(ord, "—–―－−‐‑‒～〜~﹣"), "-")
    | dict.fromkeys(map(ord, "〔【［[{｛〈"), "(")
    | dict.fromkeys(map(ord, "〕】］]}｝〉"), ")")
    | {ord("、"): ",", ord("，"): ",", ord("％"): "%", ord("﹪"): "%", ord("："): ":"}
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: str(number) for number, name in enumerate(_ENGLISH, start=1)}
_DIGITS = dict(zip("〇零○o一二三四五六七八九", "0000123456789", strict=True))
_SPECIAL = re.compile(
    r"(?P<number>\d+)"
    r"|(?P<year>[一二][一二三四五六七八九〇零○o]{3}(?=年))"
    r"|(?P<numeral>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
    r"(?![一二三四五六七八九十〇零百千万亿])"
    r"|(?P<month>(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?)"
    r"|(?P<first>元(?=月|\s*[-至到]\s*[\d一二三四五六七八九十本]))"
    r"|(?P<dash>-[-\s]*|(?<=[\d月年季度一二三四五六七八九十元初])\s*[至到](?=\s*[\d一二三四五六七八九十本今]))"
    r"|(?P<dropped>[\s\u200b-\u200f\ufeff]+|(?<=月)份+|(?<=[年季])度"
    r"|(?<=[\d一二三四五六七八九十]月)止|(?<=[至到—–~～-][本当]月)止)"
)


@dataclass(frozen=True, slots=True)
class Scan:
    """A text's shape; for each of its letters the value of a number, and where it was printed."""

    shape: str
    values: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def numbers(self, first: int, last: int) -> list[str]:
        """The numbers of a piece, in order."""
        return [value for value in self.values[first:last] if value]


def scan(text: str) -> Scan:
    """Take a text to its shape; full-width, Chinese and Roman digits alike."""
    plain = text.translate(_NARROW)
    shape: list[str] = []
    values: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in _SPECIAL.finditer(plain):
        first, last = found.span()
        _copy(plain, done, first, (shape, values, starts, ends))
        done = last
        letter, value = _read(found.lastgroup or "", found.group())
        if letter:
            shape.append(letter)
            values.append(value)
            starts.append(first)
            ends.append(last)
    _copy(plain, done, len(plain), (shape, values, starts, ends))
    return Scan("".join(shape), tuple(values), tuple(starts), tuple(ends))


def _copy(
    plain: str, first: int, last: int, to: tuple[list[str], list[str], list[int], list[int]]
) -> None:
    if first == last:
        return
    shape, values, starts, ends = to
    shape.append(plain[first:last])
    values.extend([""] * (last - first))
    starts.extend(range(first, last))
    ends.extend(range(first + 1, last + 1))


def _read(kind: str, text: str) -> tuple[str, str]:
    """The letter of a shape and the number it stands for."""
    if kind == "number":
        return _number(text)
    if kind == "numeral":
        return "D", _numeral(text)
    if kind == "dash":
        return "-", ""
    if kind == "year":
        return "Y", "".join(_DIGITS[digit] for digit in text)
    if kind == "month":
        return "M", _MONTHS[text[:3]]
    return ("D", "1") if kind == "first" else ("", "")


def _number(text: str) -> tuple[str, str]:
    if len(text) <= 2:
        return "D", text
    if len(text) == 4 and text[:2] in ("19", "20"):
        return "Y", text
    if len(text) == 6 and text[:2] in ("19", "20") and "01" <= text[4:] <= "12":
        return "S", text
    return "#", text


def _numeral(text: str) -> str:
    """Tens and ones: 十 10, 十二 12, 二十 20."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS[text]
    return f"{_DIGITS[tens] if tens else 1}{_DIGITS[ones] if ones else 0}"


def opening_of(shape: str, first: int, last: int) -> int:
    """Where the bracket opens that closes just before `last`; -1 where none does."""
    depth = 0
    for place in range(last - 1, first - 1, -1):
        depth += {")": 1, "(": -1}.get(shape[place], 0)
        if depth == 0:
            return place
    return -1
