import io

from openpyxl import load_workbook

from loaders.export import write_xlsx


def test_numbers_stay_numbers_and_no_text_becomes_a_formula():
    rows = [["=1+1", 2.5], [None, "-3"], ["地区\x0b", -1]]
    sheet = load_workbook(io.BytesIO(write_xlsx(["a", "b"], rows))).active
    assert sheet is not None
    cells = [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows()]
    assert cells == [
        [("a", "s"), ("b", "s")],
        [("=1+1", "s"), (2.5, "n")],
        [(None, "n"), ("-3", "s")],
        [("地区", "s"), (-1, "n")],
    ]
