"""Every way bureaus write a period, each with the period it means.

Readings (CONTRACTS §1): 1—10月 is M, ytd; 前三季度 and 上半年 are Q, ytd; a year is A, period;
1—12月 in a monthly report is M, ytd (A, period is accepted); 一季度 is Q1, ytd (period accepted,
the two are the same span), 1月 likewise.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

CHINESE = "零一二三四五六七八九十"


@dataclass(frozen=True)
class When:
    """A printed period and what it means."""

    text: str
    year: int
    month: int
    freq: str = "M"
    span: str = "ytd"

    @property
    def truth(self) -> dict[str, Any]:
        period = {
            "M": f"{self.year}-{self.month:02}",
            "Q": f"{self.year}-Q{(self.month + 2) // 3}",
            "A": str(self.year),
        }[self.freq]
        return {"freq": self.freq, "time_period": period, "accumulation": self.span}

    @property
    def also(self) -> list[dict[str, Any]]:
        """Other readings that are as good."""
        year = {"freq": "A", "time_period": str(self.year), "accumulation": "period"}
        if self.freq == "M" and self.month == 12 and self.span == "ytd":
            return [year]
        first = self.month == 1 if self.freq == "M" else self.month == 3
        return [{"accumulation": {"ytd": "period", "period": "ytd"}[self.span]}] if first else []

    def earlier(self, years: int = 1) -> When:
        return When(self.text, self.year - years, self.month, self.freq, self.span)


def chinese(month: int) -> str:
    return CHINESE[month] if month <= 10 else f"十{CHINESE[month - 10]}"


def _year(year: int, rng: Random) -> str:
    return rng.choice((f"{year}年",) * 6 + (f"{year} 年", f"{year % 100}年"))


def month(year: int, m: int, rng: Random, dated: bool = True) -> When:
    """One month: 2024年10月, 2024.10, 10月份."""
    texts = [f"{m}月", f"{m}月份", f"{m} 月", f"{chinese(m)}月份"]
    if dated:
        texts = [f"{_year(year, rng)}{m}月"] * 4 + [
            f"{_year(year, rng)}{m}月份", f"{year}-{m:02}", f"{year}.{m:02}", f"{year}{m:02}",
            f"{year}/{m:02}",
        ]  # fmt: skip
    return When(rng.choice(texts), year, m, "M", "period")


def titled(year: int, m: int, rng: Random) -> str:
    """The month as a heading has it."""
    if rng.random() < 0.03:
        digits = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
        return f"{digits}年{chinese(m)}月"
    return f"{_year(year, rng)}{m}月{rng.choice(('', '', '份'))}"


def to_date(year: int, m: int, rng: Random, dated: bool = True) -> When:
    """The year up to a month: 1—10月, 前10个月, 前三季度."""
    dash = rng.choice("—-－～–")
    texts = [f"1{dash}{m}月"] * 5 + [
        f"1至{m}月", f"元{dash}{m}月", f"前{m}个月", f"1{dash}{m}月累计", f"1{dash}{m}月份",
    ]  # fmt: skip
    text = rng.choice(texts) if m > 1 else "1月"
    return When((_year(year, rng) if dated else "") + text, year, m, "M", "ytd")


def quarters(year: int, m: int, rng: Random, dated: bool = True) -> When:
    """The year up to a quarter's end: 前三季度, 上半年, 一季度."""
    words = {3: ("一季度",), 6: ("上半年",), 9: ("前三季度", "1—3季度", "前3季度"), 12: ("全年",)}
    text = (_year(year, rng) if dated else "") + rng.choice(words[m])
    if m == 12:
        return When(text, year, 12, "A", "period")
    return When(text, year, m, "Q", "ytd")


def quarter(year: int, m: int, rng: Random, dated: bool = False) -> When:
    """One quarter alone: 三季度, beside 前三季度."""
    name = CHINESE[m // 3]
    text = (_year(year, rng) if dated else "") + rng.choice((f"{name}季度", f"第{name}季度"))
    return When(text, year, m, "Q", "period")


def whole(year: int, rng: Random) -> When:
    """A full year: 2024年, 2024, 2024年度."""
    text = rng.choice((f"{year}年", f"{year}年", str(year), f"{year}年度"))
    return When(text, year, 12, "A", "period")


def up_to(year: int, m: int, rng: Random, dated: bool = True) -> When:
    """A cumulative period in either notation."""
    if m % 3 == 0 and rng.random() < 0.35:
        return quarters(year, m, rng, dated)
    return to_date(year, m, rng, dated)
