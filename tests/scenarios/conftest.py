"""What a whole day at the hall needs: a clerk, and a ledger as communities keep them."""

import pytest
import shiboken6
from support.clerk import Clerk
from support.people import make_id
from support.sheets import save_xlsx

from linli.gui.bus import Bus
from linli.gui.desk import Desk
from linli.gui.fonts import interface_families
from linli.gui.jobs import Jobs
from linli.gui.main_window import MainWindow
from linli.gui.state import WindowState
from linli.gui.theme import Theme

HEADS = ["序号", "姓  名", "公民身份\n号码", "与户主\n关系", "现居住地址", None, None, "联系电话"]
SECOND_HEADS = [None, None, None, None, "楼栋", "单元", "房号", None]
WOMAN = make_id(sequence=126)
HUSBAND = make_id(sequence=127)
NEIGHBOUR = make_id(area="659011", sequence=129)
RARE = make_id(area="120114", sequence=131)
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@pytest.fixture
def clerk(qtbot):
    """Does everything by keys."""
    return Clerk(qtbot)


@pytest.fixture
def dirty_ledger(tmp_path):
    """A workbook of two grids with titles, merged cells, totals, a ruined number, a repeat."""
    spaced = f"{WOMAN[:6]} {WOMAN[6:14]} {WOMAN[14:]}"
    first = [
        ["西河社区第一网格居民台账"],
        ["填报人：王芳        填报日期：2026年11月"],
        HEADS,
        SECOND_HEADS,
        [1, "张桂兰", spaced, "户主", "3号楼", "2单元", "501", "13909940001、0994-4821234"],
        [2, "李建国", HUSBAND.translate(WIDE), "配偶", None, None, None, "无"],
        [],
        [3, "买买提•艾力", f"'{NEIGHBOUR.lower()}", "户主", "3＃楼", "1", "102室", "139 0994 0002"],
        [4, "王磊", 6.52328e17, "户主", "3号楼", "1单元", "103", "13909940003"],
        [None, "合计", "4人"],
        ["备注：以上数据由网格员逐户核对。"],
    ]
    second = [
        ["手机号码", "身份证号", "居民姓名", "居住地址", "所属网格"],
        ["13909940005", RARE, "张䶮", "西河社区幸福巷12号", "第二网格"],
        ["13909940001", WOMAN, "张桂兰", "3号楼2单元501室", "第一网格"],
    ]
    merged = {"第一网格": ["A1:H1", "A2:H2", "E3:G3", "E5:E6", "F5:F6", "G5:G6"]}
    sheets = {"第一网格": first, "第二网格": second, "填表说明": [["请如实填写，不得空项。"]]}
    return save_xlsx(tmp_path / "居民台账（新）.xlsx", sheets, merged)


@pytest.fixture
def open_window(qapp, qtbot, ask, tmp_path):
    """Open the main window for whoever the services are for."""
    theme = Theme(qapp, interface_families())
    jobs = Jobs(ask)
    windows = []

    def make(services):
        state = WindowState(tmp_path / f"window{len(windows)}.ini")
        desk = Desk(services=services, bus=Bus(), jobs=jobs, ask=ask, theme=theme, state=state)
        windows.append(MainWindow(desk))
        windows[-1].show()
        qtbot.waitExposed(windows[-1])
        return windows[-1]

    yield make
    jobs.close()
    for window in windows:
        window.close()
        shiboken6.delete(window)
    qapp.setStyleSheet("")
    shiboken6.delete(theme)
