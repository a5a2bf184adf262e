"""How a workbook dresses its cells: number formats and indents by style number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.containers.archive import Unusual, decoded
from loaders.containers.strings import unescaped

_FORMAT = re.compile(r"<numFmt\s([^<>]*)>")
_STYLE = re.compile(r'<xf\b[^<>]*?\bnumFmtId="(\d+)"[^<>]*?(?:/>|>((?:[^<]++|<(?!/?xf\b))*+)</xf>)')
_INDENT = re.compile(r'\bindent="(\d+)"')
_CODE = re.compile(r'\bformatCode="([^"]*)"')
_IDENTIFIER = re.compile(r'\bnumFmtId="(\d+)"')
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.I)
_DATE_LETTERS = re.compile(r"[dmhys]", re.I)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.I)

# ECMA-376 part 1, 18.8.30: formats every program knows; 27 to 58 as a Chinese one shows them.
KNOWN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"',
    35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}


class Styles(NamedTuple):
    """What the number of a cell's style (as the XML writes it, "" for none) stands for."""

    formats: dict[str, str]
    dates: frozenset[str]
    indents: dict[str, int]


PLAIN = Styles({"": "General"}, frozenset(), {})


def read_styles(part: bytes) -> Styles:
    """The styles of a workbook; raises Unusual where one is not understood."""
    xml = decoded(part)
    table = xml.partition("<cellXfs")[2].partition("</cellXfs>")[0]
    found = _STYLE.findall(table)
    if len(found) != table.count("<xf") or (not found and "cellXfs" in xml):
        raise Unusual
    known = KNOWN | _own_formats(xml)
    formats = {str(n): known.get(int(code), "General") for n, (code, _) in enumerate(found)}
    formats[""] = formats.get("0", "General")
    dates = frozenset(style for style, code in formats.items() if is_date_format(code))
    indented = ((str(n), _INDENT.search(inner)) for n, (_, inner) in enumerate(found))
    return Styles(formats, dates, {style: int(m[1]) for style, m in indented if m})


def _own_formats(xml: str) -> dict[int, str]:
    formats: dict[int, str] = {}
    for attributes in _FORMAT.findall(xml):
        number, code = _IDENTIFIER.search(attributes), _CODE.search(attributes)
        if number is None or code is None:
            raise Unusual
        formats[int(number[1])] = unescaped(code[1])
    return formats


@lru_cache(maxsize=1024)
def is_date_format(code: str) -> bool:
    """Whether a number so shown is a date or a time; only the first section counts."""
    first = code.split(";", 1)[0]
    return bool(_DATE_LETTERS.search(_NO_LETTERS.sub("", first)))


@lru_cache(maxsize=1024)
def is_elapsed_format(code: str) -> bool:
    """Whether it counts hours, minutes or seconds beyond a day."""
    return bool(_ELAPSED.search(code))
