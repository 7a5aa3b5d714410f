"""The audit trail in the window: listed by page, narrowed, looked into, checked, written out."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.people import make_draft
from support.window import opened

from linli.domain.audit import AuditKind
from linli.gui.audits.dialog import AuditDialog
from linli.gui.audits.verify_dialog import VerifyDialog
from linli.gui.print_dialog import PrintDialog


@pytest.fixture
def person(services):
    person, _ = services.residents.add(make_draft("张建国"))
    services.residents.reveal(person, "核对资料")
    now = services.residents.get(person)
    services.residents.update(person, replace(now.facts, note="一楼"), version=now.version)
    return person


@pytest.fixture
def dialog(desk, person, show):
    return show(AuditDialog(desk))


def lines(dialog):
    model = dialog.model
    role = Qt.ItemDataRole.DisplayRole
    return [
        [model.index(row, column).data(role) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def actions(dialog):
    return [line[4] for line in lines(dialog)]


def test_events_are_listed_newest_first_with_kind_and_subject(dialog):
    found = lines(dialog)
    assert actions(dialog)[:3] == ["修改居民 张建国", "查看完整号码", "登记居民 张建国"]
    assert found[1][2:6] == ["王芳", "查看明文", "查看完整号码", "居民 张建国"]
    assert dialog.summary.text().startswith(f"{len(found)} 条，最近的在前")


def test_a_choice_or_a_text_narrows_the_list(dialog, qtbot):
    dialog.filter.kind.set_value(AuditKind.REVEAL)
    dialog.filter.kind.edited.emit()
    assert actions(dialog) == ["查看完整号码"]
    dialog.filter.kind.set_value(None)
    dialog.filter.kind.edited.emit()
    dialog.filter.text.setText("建立")
    qtbot.waitUntil(lambda: actions(dialog) == ["建立台账"], timeout=2000)
    dialog.filter.text.setText("没有的字")
    qtbot.waitUntil(lambda: actions(dialog) == [], timeout=2000)
    assert dialog.summary.text().startswith("0 条")


def test_the_pane_shows_what_a_step_changed_and_leads_to_the_record(dialog):
    dialog.table.select_id(dialog.model.id_at(0))
    changes = dialog.pane.changes
    cells = [changes.item(0, column).text() for column in range(4)]
    assert cells == ["居民 张建国", "备注", "—", "一楼"]
    dialog.pane.only_button.click()
    assert actions(dialog) == ["修改居民 张建国", "查看完整号码", "登记居民 张建国"]
    assert dialog.filter.record_button.text() == "只看：居民 张建国"
    dialog.filter.record_button.click()
    assert len(actions(dialog)) > 3


def answered(qtbot, ask):
    qtbot.waitUntil(lambda: not ask.waiting, timeout=5000)
    return ask.last


def test_a_check_says_that_all_is_whole(dialog, ask, qtbot):
    dialog.verify_button.click()
    form = opened(VerifyDialog)
    form.head.setText("12-AB")
    form.verify_button.click()
    assert "校验码输入了 2 位" in form.problem.text()
    form.head.setText("")
    ask.expect("tell")
    form.verify_button.click()
    assert "没有被改动、删除或调换过" in answered(qtbot, ask)


def test_a_check_says_what_was_tampered_with(dialog, services, ask, qtbot):
    with services.context.db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_audit_event_delete")
        connection.exec_driver_sql("DELETE FROM audit_event WHERE id = 2")
    dialog.verify_button.click()
    ask.expect("warn")
    opened(VerifyDialog).verify_button.click()
    assert answered(qtbot, ask).startswith("核验发现 ")


def test_the_list_and_the_head_are_shown_before_they_are_printed(dialog, qtbot):
    for button in (dialog.print_button, dialog.head_button):
        button.click()
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
        opened(PrintDialog).reject()
    qtbot.waitUntil(lambda: actions(dialog)[:2] == ["打印审计链头", "打印审计日志"])


def test_what_is_shown_is_written_to_a_file(dialog, ask, tmp_path, qtbot):
    count = len(actions(dialog))
    ask.expect("save_file", tmp_path / "a.jsonl")
    ask.expect("tell")
    dialog.export_button.click()
    assert answered(qtbot, ask) == f"已导出 {count} 条审计记录。"
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == count


@pytest.mark.parametrize("zoom", [150, 200])
def test_the_trail_fits_the_small_screen(desk, theme, show, zoom):
    theme.set_zoom(zoom)
    dialog = show(AuditDialog(desk))
    assert dialog.minimumSizeHint().width() <= 1366
