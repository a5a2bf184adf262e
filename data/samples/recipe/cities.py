"""House prices in the seventy cities, month on month."""

from collections.abc import Iterator
from pathlib import Path

from data.samples.recipe.export import Export, filled, foot, lay_out
from data.samples.recipe.numbers import one_decimal
from data.samples.recipe.read import panel

# In the order of the bureau's release; the panel's English names against the Chinese ones.
CITIES = {
    "Beijing": "北京", "Tianjin": "天津", "Shijiazhuang": "石家庄", "Taiyuan": "太原",
    "Hohhot": "呼和浩特", "Shenyang": "沈阳", "Dalian": "大连", "Changchun": "长春",
    "Harbin": "哈尔滨", "Shanghai": "上海", "Nanjing": "南京", "Hangzhou": "杭州",
    "Ningbo": "宁波", "Hefei": "合肥", "Fuzhou": "福州", "Xiamen": "厦门", "Nanchang": "南昌",
    "Jinan": "济南", "Qingdao": "青岛", "Zhengzhou": "郑州", "Wuhan": "武汉", "Changsha": "长沙",
    "Guangzhou": "广州", "Shenzhen": "深圳", "Nanning": "南宁", "Haikou": "海口",
    "Chongqing": "重庆", "Chengdu": "成都", "Guiyang": "贵阳", "Kunming": "昆明", "Xi'an": "西安",
    "Lanzhou": "兰州", "Xining": "西宁", "Yinchuan": "银川", "Urumqi": "乌鲁木齐",
    "Tangshan": "唐山", "Qinhuangdao": "秦皇岛", "Baotou": "包头", "Dandong": "丹东",
    "Jinzhou": "锦州", "Jilin": "吉林市", "Mudanjiang": "牡丹江", "Wuxi": "无锡", "Xuzhou": "徐州",
    "Yangzhou": "扬州", "Wenzhou": "温州", "Jinhua": "金华", "Bengbu": "蚌埠", "Anqing": "安庆",
    "Quanzhou": "泉州", "Jiujiang": "九江", "Ganzhou": "赣州", "Yantai": "烟台", "Jining": "济宁",
    "Luoyang": "洛阳", "Pingdingshan": "平顶山", "Yichang": "宜昌", "Xiangyang": "襄阳",
    "Yueyang": "岳阳", "Changde": "常德", "Shaoguan": "韶关", "Zhanjiang": "湛江",
    "Huizhou": "惠州", "Guilin": "桂林", "Beihai": "北海", "Sanya": "三亚", "Luzhou": "泸州",
    "Nanchong": "南充", "Zunyi": "遵义", "Dali": "大理",
}  # fmt: skip
MONTHS = [f"{year}年{month}月" for year in range(2026, 2010, -1) for month in range(12, 0, -1)]
INDICES = {
    "50 主要城市月度价格 新建商品住宅销售价格指数": (
        "新建商品住宅销售价格指数(上月=100)",
        "new_home_price_index",
    ),
    "51 主要城市月度价格 二手住宅销售价格指数(上月=100)": (
        "二手住宅销售价格指数(上月=100)",
        "existing_home_price_index",
    ),
}
NOTE = "2011年1月起执行《住宅销售价格统计调查方案》。"


def house_prices(source: Path) -> Iterator[Export]:
    """Yield one export for new homes and one for existing homes."""
    rows = panel(source / "panels" / "changao_70cities_house_index_2011-2026.csv")
    for stem, (label, name) in INDICES.items():
        cells = {
            (CITIES[row["city"]], f"{row['year']}年{row['month']}月"): one_decimal(row[name])
            for row in rows
        }
        columns = filled(cells, MONTHS)
        head = ("数据库：主要城市月度价格", f"指标：{label}", f"时间：{columns[-1]}-{columns[0]}")
        table = lay_out(cells, CITIES.values(), columns)
        yield Export(stem, head, "地区", columns, table, foot((NOTE,)))
