from datetime import date

import pytest
from support.ledgers import PASSWORD
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.privacy_requests import RequestDraft, RequestFilter, RequestKind, Result
from linli.gui.privacy.erase import EraseDialog
from linli.gui.privacy.request_forms import AnswerForm, RequestForm, VoidForm
from linli.gui.privacy.requests import RequestsDialog
from linli.gui.theme import COLORS


@pytest.fixture
def request_id(services, cast):
    draft = RequestDraft(
        name="张建国",
        resident_id=cast.head,
        kind=RequestKind.ERASE,
        received_on=date(2026, 10, 20),
        content="不住这里了，请删掉",
    )
    return services.privacy_requests.add(draft)[0]


@pytest.fixture
def dialog(desk, request_id, show):
    return show(RequestsDialog(desk))


def test_an_overdue_request_has_a_red_lamp(dialog):
    assert row(dialog.table, 0)[:6] == [
        "已过 9 个工作日",
        "2026-001",
        "张建国",
        "删除",
        "2026-10-20",
        "2026-11-10",
    ]
    lamp = dialog.table.item(0, 0).icon().pixmap(14).toImage()
    assert lamp.pixelColor(7, 7).name().upper() == COLORS.bad
    assert dialog.summary.text() == "等待答复 1 件，其中超过期限 1 件。"


def test_a_request_is_entered_and_answered(desk, cast, show, services, qtbot):
    dialog = show(RequestsDialog(desk))
    dialog.new_button.click()
    form = opened(RequestForm)
    form.form.editor("who").line.setText("钱七")
    form.form.editor("content").setPlainText("想知道登记了什么")
    form.accept()
    wait_for(qtbot, dialog.table, ["2026-001"], 1)
    dialog.answer_button.click()
    answer = opened(AnswerForm)
    answer.form.editor("result").set_value(Result.REFUSED)
    answer.form.editor("answer").setPlainText("台账里没有登记")
    answer.accept()
    assert "要向本人说明理由" in answer.form.field("refusal").error
    answer.form.editor("refusal").setPlainText("不是本社区居民")
    answer.accept()
    wait_for(qtbot, dialog.table, [])
    dialog.shown.set_value(RequestFilter(is_open=False))
    assert column(dialog.table, 6) == ["不予办理"]
    assert not dialog.answer_button.isEnabled()
    assert dialog.slip_button.isEnabled()
    assert not dialog.copy_button.isEnabled()


def test_a_void_request_keeps_its_number(dialog, services, qtbot):
    dialog.void_button.click()
    form = opened(VoidForm)
    form.accept()
    assert "请填写" in form.form.field("reason").error
    form.form.editor("reason").setText("重复登记")
    form.accept()
    wait_for(qtbot, dialog.table, [])
    assert services.privacy_requests.list_all()[0].voided_reason == "重复登记"


def test_slip_and_copy_are_shown_to_be_printed(dialog, papers, qtbot):
    dialog.slip_button.click()
    qtbot.waitUntil(lambda: len(papers) == 1, timeout=5000)
    dialog.copy_button.click()
    qtbot.waitUntil(lambda: len(papers) == 2, timeout=5000)
    assert [title for _, title in papers] == ["个人信息答复单", "个人信息副本"]


def test_the_copy_is_written_as_a_workbook(dialog, ask, qtbot, tmp_path):
    path = tmp_path / "copy.xlsx"
    ask.expect("save_file", path)
    ask.expect("tell")
    dialog.export_button.click()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=5000)
    assert path.exists()


def test_erasing_asks_for_the_password(dialog, services, cast, ask, qtbot):
    dialog.erase_button.click()
    qtbot.waitUntil(lambda: opened(EraseDialog) is not None, timeout=5000)
    erase = opened(EraseDialog)
    erase.accept()
    assert "请输入您自己的登录密码" in erase.form.field("password").error
    erase.form.editor("password").setText("falsch-2026")
    erase.accept()
    qtbot.waitUntil(lambda: "没有删除" in erase.form.field("password").error, timeout=5000)
    assert services.residents.get(cast.head).facts.name == "张建国"
    ask.expect("tell")
    erase.form.editor("password").setText(PASSWORD)
    erase.accept()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=5000)
    assert ask.last == "已经彻底删除。"
    assert column(dialog.table, 2) == ["（已删除）"]
