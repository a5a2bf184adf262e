"""Texts as the XML of a workbook writes them."""

from __future__ import annotations

import re

from loaders.containers.archive import Unusual

_ITEM = re.compile(
    r"<si>(?:<t(?: [^<>]*)?>([^<]*)</t>\s*</si>|((?:[^<]++|<(?!/?si[ >]))*+)</si>)|<si\s*/>"
)
_RUN = re.compile(r"<t(?:\s[^<>]*)?>([^<]*)</t>")
_READING_AID = re.compile(r"<rPh\b(?:[^<]++|<(?!/?rPh\b))*+</rPh>")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def shared_strings(xml: str) -> list[str]:
    """The texts that cells refer to by number; raises Unusual where an item is not understood."""
    found = _ITEM.findall(xml)
    if xml.count("<si") != len(found):
        raise Unusual
    return [rich_text(rich) if rich else unescaped(plain) for plain, rich in found]


def rich_text(xml: str) -> str:
    """The text of one item, its runs joined and the reading aids of Asian scripts left out."""
    if "<rPh" in xml:
        xml = _READING_AID.sub("", xml)
    return unescaped("".join(_RUN.findall(xml)))


def unescaped(text: str) -> str:
    """XML's and the workbook format's own escapes undone (`&amp;`, `_x000D_`)."""
    if "&" in text:
        from html import unescape

        text = unescape(text)
    return _ESCAPED.sub(_character, text).replace("\r\n", "\n") if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
