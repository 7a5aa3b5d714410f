from dataclasses import replace

import pytest
from support.people import make_draft

from linli.domain.accounts import Role
from linli.domain.residents import ResidentFilter
from linli.gui.journal_dialog import JournalDialog
from linli.services.container import open_services


@pytest.fixture
def person(services):
    """Somebody whose numbers were looked at after they were entered."""
    person, _ = services.residents.add(make_draft("张建国"))
    services.residents.add(make_draft("李秀英", sequence=4))
    services.history.undo()
    services.residents.reveal(person, "核对资料")
    return person


@pytest.fixture
def dialog(desk, person):
    dialog = JournalDialog(desk)
    dialog.open()
    yield dialog
    dialog.close()


def lines(table):
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
        if not table.isRowHidden(row)
    ]


def test_steps_are_listed_newest_first_with_their_standing(dialog):
    shown = [line[2:] for line in lines(dialog.table)]
    assert shown[:2] == [["已撤销", "登记居民 李秀英"], ["有效", "登记居民 张建国"]]


def test_code_of_an_old_system_is_told_as_a_gap(desk, services, main_window):
    services.residents.add(make_draft("王\ue863", sequence=8))
    dialog = JournalDialog(desk)
    assert lines(dialog.table)[0][3] == "登记居民 王□"
    assert not any("\ue863" in cell for line in lines(dialog.log) for cell in line)
    undo = main_window.commands.undo
    desk.bus.publish(services.residents.add(make_draft("李\ue863", sequence=9))[1])
    assert "李□" in undo.text()
    assert "李□" in undo.toolTip()
    dialog.deleteLater()


def test_log_says_who_looked_at_whose_numbers_and_why(dialog, clock):
    at, account, action, subject, words = lines(dialog.log)[0]
    assert at == clock().astimezone().strftime("%Y-%m-%d %H:%M")
    assert (account, action, subject) == ("王芳", "查看完整号码", "居民 张建国")
    assert words == "事由：核对资料"


def test_log_tells_an_export_with_its_purpose(desk, services, tmp_path, person):
    everybody = ResidentFilter()
    path = tmp_path / "名册.xlsx"
    services.exports.residents(path, everybody, masked=False, reason="街道核对人口")
    dialog = JournalDialog(desk)
    line = lines(dialog.log)[0]
    assert line[2] == "导出居民名册"
    assert "用途：街道核对人口" in line[4]
    dialog.deleteLater()


def test_steps_stand_in_the_log_without_digests(dialog):
    (line,) = [line for line in lines(dialog.log) if line[2] == "登记居民 张建国"]
    assert line[3:] == ["", "证件：1 处；居民：1 处"]


def test_typed_text_leaves_the_lines_that_have_it(dialog):
    dialog.filter.setText("张建国")
    assert [line[3] for line in lines(dialog.table)] == ["登记居民 张建国"]
    assert dialog.summary.text().startswith("找到 1 行")
    dialog.tabs.setCurrentWidget(dialog.log)
    assert {line[2] for line in lines(dialog.log)} == {"登记居民 张建国", "查看完整号码"}
    assert dialog.summary.text().startswith("找到 2 行")
    dialog.filter.clear()
    assert len(lines(dialog.log)) > 2
    assert "不能删改" in dialog.summary.text()


def test_log_is_for_the_administrator(desk, services, person):
    clerk = replace(services.context.actor, role=Role.CLERK)
    context = replace(services.context, actor=clerk)
    dialog = JournalDialog(replace(desk, services=open_services(context)))
    assert dialog.log is None
    assert dialog.tabs.count() == 1
    dialog.deleteLater()
