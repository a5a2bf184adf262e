"""Names of what is counted at a moment, whatever months stand above it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cockpit.catalog import normalise
from loaders import reasons
from loaders.facets import is_total
from loaders.sense import Sense

_STOCK = re.compile(
    r"(?:年|期|季|月)[末底]|year-?end|余额$|规模存量$|^(?!.*(?:出生|死亡|迁[入出移]|净?增加)).*人口数?(?:\(|$)|(?:就业|技术|从业)人员(?:年末)?(?:数|合计|总计|总数)?$|(?:累计|滚存|年末|期末|历年)结余$|保有量$|存栏数?$"
    r"|^(?!.*(?:新增|发放|投放|增加)).*(?:存|贷)款$"
    r"|^(?!.*(?:新增|净增|新设|新登记)).*(?:企业|单位|户)数$|(?:里程|蓄水量|债务限额|装机(?:总?容量)?)$|(?:参保|低保|低保对象|特困|在校|在校学生|离退休|退休|在岗职工|在册)人?[员数]*数?$"
)
_ENTERPRISES = re.compile(
    r"^(?!.*(?:新|增|注销|净)).*(?:企业|单位|商户|主体|亏损)(?:单位)?(?:个|户)?数?量?$"
)
_SPENT = re.compile(r"(?:支出|支付|发放|拨付)(?:资金|金额|数?额|总额)$")
"""城市低保 are people, 支出资金 of 城市低保 is money spent on them."""
_INDEX = re.compile("pmi|(?:采购经理|景气|信心)指数", re.IGNORECASE)
"""从业人员 of a survey of purchasing managers is an index of a month."""
_AT_YEAR_END = re.compile(
    "(?:年|期)[末底](?:就业|从业)?(?:人员|人口|职工)?(?:总?人数|总?户数|总数|实有数)|规模存量"
)
_BALANCES = re.compile("信贷收支")
_COUNTED = frozenset({"户", "家", "个"})


def is_named_stock(names: Iterable[str]) -> bool:
    """Whether one of the names is that of a stock."""
    plain = list(map(normalise, names))
    is_flow = any(_SPENT.search(name) or _INDEX.search(name) for name in plain)
    return any(map(_STOCK.search, plain)) and not is_flow


def counts_enterprises(name: str, unit: str) -> bool:
    """How many there are is a stock under 累计 too, and its growth; how many are new is not."""
    return unit in _COUNTED and bool(_ENTERPRISES.search(name))


def is_stock(sense: Sense, lines: Iterable[str]) -> bool:
    """累计结余, which nobody knows, is what is left, though 累计 is no part of its name.

    合计, 采矿业 and what stands below 按产业分, below a line that speaks of 年末人数, are such
    numbers too, and whatever 信贷收支 count besides deposits and loans.
    """
    if sense.indicator is not None or sense.is_stock:
        return sense.is_stock
    is_part = is_total(sense.label) or reasons.PART_OF_NOTHING in sense.doubts
    is_part = is_part or any(parent.startswith("按") for parent in sense.parents)
    is_told = _AT_YEAR_END if is_part else _BALANCES
    told = any(map(is_told.search, lines))
    return told or is_named_stock((*sense.parents, sense.label))
