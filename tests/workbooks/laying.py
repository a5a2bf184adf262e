"""Writing workbooks and the records expected of them; nothing here comes from the readers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlwt

Grid = Sequence[Sequence[object]]

RECORD: dict[str, Any] = {
    "sheet": "",
    "cell": "",
    "label": "",
    "parents": [],
    "indicator": None,
    "ref_area": "",
    "area": None,
    "breakdown": {},
    "freq": "A",
    "time_period": "",
    "accumulation": "period",
    "transformation": "level",
    "unit": "",
    "value": None,
    "status": "A",
    "raw": "",
    "needs_review": False,
    "reasons": [],
}
AREAS = {
    "全国": "000000",
    "北京市": "110000",
    "天津市": "120000",
    "河北省": "130000",
    "辽宁省": "210000",
    "吉林省": "220000",
}


@dataclass
class Layout:
    """One workbook: its file, how it is written, its sheets, and its expected records."""

    folder: str
    file: str
    form: str
    sheets: dict[str, Grid]
    records: list[dict[str, Any]]
    merges: dict[str, list[tuple[int, int, int, int]]] = field(default_factory=dict)

    def write(self, root: Path) -> None:
        """Lay the workbook and its expected records into their folder."""
        folder = root / self.folder
        folder.mkdir(parents=True, exist_ok=True)
        getattr(self, f"_write_{self.form}")(folder / self.file)
        lines = [json.dumps(record, ensure_ascii=False) for record in self.records]
        (folder / "expected.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def _write_old(self, path: Path) -> None:
        """The bureau's csv until 2025: GBK, bare cells."""
        path.write_bytes(_lines(self._only(), "").encode("gb18030"))

    def _write_new(self, path: Path) -> None:
        """Since 2025: UTF-8 with mark, a tab behind each cell, an empty last column."""
        path.write_bytes(_lines(self._only(), "\t").encode("utf-8-sig"))

    def _write_utf8(self, path: Path) -> None:
        path.write_bytes(_lines(self._only(), "").encode())

    def _write_xls(self, path: Path) -> None:
        book = xlwt.Workbook()
        for name, rows in self.sheets.items():
            sheet = book.add_sheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if value is not None:
                        sheet.write(r, c, value)
            for top, bottom, left, right in self.merges.get(name, []):
                sheet.merge(top, bottom, left, right)
        book.save(str(path))

    def _write_html(self, path: Path) -> None:
        path.write_text(str(self._only()[0][0]), encoding="utf-8")

    def _only(self) -> Grid:
        return next(iter(self.sheets.values()))


def record(cell: str, raw: object, **fields: Any) -> dict[str, Any]:
    """An expected record; a blank cell is a missing figure."""
    text = "" if raw is None else str(raw)
    bare = text.strip()
    known = {"value": float(bare), "status": "A"} if bare else {"status": "M"}
    reasons = fields.get("reasons", [])
    return RECORD | {"cell": cell, "raw": text, "needs_review": bool(reasons)} | known | fields


def _lines(rows: Grid, tail: str) -> str:
    return "\n".join(_line(row, tail) for row in rows) + "\n"


def _line(row: Sequence[object], tail: str) -> str:
    cells = ["" if value is None else str(value) for value in row]
    if len(cells) < 2:
        return "".join(cells)
    return ",".join(cell + tail for cell in cells) + ("," if tail else "")
