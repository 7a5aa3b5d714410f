"""The dialogs of doubles: the list, side by side, and taking a merge back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.clerk import Clerk
from support.merging import house
from support.people import make_phone
from support.tables import column
from support.window import opened

from linli.domain.doubles import DoubleReason
from linli.domain.merges import MergeState, Side
from linli.domain.residents import ResidentDraft
from linli.domain.values.dates import PartialDate
from linli.gui.doubles.commands import open_comparison, open_doubles, open_merges
from linli.gui.doubles.compare_dialog import CompareDialog
from linli.gui.doubles.doubles_dialog import DoublesDialog
from linli.gui.doubles.merges_dialog import MergesDialog
from linli.gui.doubles.told_apart_dialog import ToldApartDialog
from linli.gui.doubles.unmerge_dialog import UnmergeDialog

BORN = PartialDate(1960, 5, 1)


def add(services, name, home=None, **facts):
    return services.residents.add(ResidentDraft(name=name, **facts), home)[0]


@pytest.fixture
def pairs(services):
    """Two pairs: one of one name and birth, one of names that sound alike."""
    return [
        (
            add(services, "王伟", house("0001", "101"), birth=BORN, occupation="司机"),
            add(services, "王伟", birth=BORN, occupation="教师", phones=(make_phone(),)),
        ),
        (
            add(services, "郑国", birth=PartialDate(1971, 2, 3)),
            add(services, "郑果", birth=PartialDate(1971, 2, 3)),
        ),
    ]


@pytest.fixture
def doubles(desk, pairs, show, qtbot):
    """The list of the two pairs."""
    dialog = show(DoublesDialog(desk))
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    return dialog


@pytest.fixture
def clerk(qtbot):
    return Clerk(qtbot)


@pytest.fixture
def merge(services, pairs):
    return services.doubles.merge(*pairs[0])[0]


def test_list_tells_the_surest_first_and_why(doubles):
    assert column(doubles.table, 0) == ["很可能", "可能"]
    assert column(doubles.table, 1) == [
        "姓名相同、出生日期相同",
        "姓名同音（郑国、郑果）、出生日期相同",
    ]
    assert doubles.summary.text().startswith("共 2 对")


def test_list_is_narrowed_by_a_reason(doubles, qtbot):
    doubles.reason_input.set_value(DoubleReason.SIMILAR_NAME)
    qtbot.waitUntil(lambda: column(doubles.table, 0) == ["可能"])
    doubles.reason_input.set_value(DoubleReason.NUMBER)
    qtbot.waitUntil(lambda: doubles.table.rowCount() == 0)
    assert doubles.summary.text() == "没有发现可能重复的人。"
    assert not doubles.compare_button.isEnabled()


def test_enter_compares_and_merging_goes_on_with_the_next_pair(
    doubles, services, pairs, ask, qtbot
):
    qtbot.keyClick(doubles.table, Qt.Key.Key_Return)
    dialog = opened(CompareDialog)
    assert dialog.heading.text() == "第 1 对，共 2 对"
    ask.expect("confirm", True)
    dialog.merge_button.click()
    assert services.residents.get(pairs[0][1]).recycled
    assert dialog.comparison.kept_name == "郑国"
    assert column(doubles.table, 0) == ["可能"]
    dialog.apart_button.click()
    assert not dialog.isVisible()
    assert doubles.table.rowCount() == 0
    assert [(a.id, b.id) for a, b in services.doubles.list_not_same()] == [pairs[1]]


def test_page_keys_go_from_pair_to_pair(desk, pairs, show, clerk):
    dialog = show(CompareDialog(desk, pairs, 0, None))
    clerk.sees(CompareDialog)
    assert not dialog.previous_button.isEnabled()
    clerk.press("PgDown")
    assert dialog.comparison.kept_name == "郑国"
    assert not dialog.next_button.isEnabled()
    clerk.press("PgUp")
    assert dialog.comparison.kept_name == "王伟"


def test_pair_settled_elsewhere_is_passed_over(desk, services, pairs, show, clerk):
    dialog = show(CompareDialog(desk, [pairs[1], pairs[0], pairs[1]], 0, None))
    clerk.sees(CompareDialog)
    services.doubles.merge(*pairs[0])
    clerk.press("PgDown")
    assert dialog.comparison.kept_name == "郑国"
    assert not dialog.next_button.isEnabled()


def test_field_is_chosen_with_the_arrow_keys(desk, services, pairs, show, ask, clerk):
    dialog = show(CompareDialog(desk, pairs[:1], 0, None))
    clerk.sees(CompareDialog)
    group = dialog.sides.groups["occupation"]
    chosen = group.checkedButton()
    assert chosen.text() == "司机"
    chosen.setFocus()
    clerk.press("Right")
    assert group.checkedButton().text() == "教师"
    ask.expect("confirm", True)
    dialog.merge_button.click()
    assert services.residents.get(pairs[0][0]).facts.occupation == "教师"


def test_entry_is_left_out(desk, services, pairs, show, ask):
    dialog = show(CompareDialog(desk, pairs[:1], 0, None))
    (box,) = dialog.sides.boxes.values()
    assert box.text() == "138****0000"
    box.click()
    ask.expect("confirm", True)
    dialog.merge_button.click()
    assert services.residents.get(pairs[0][0]).facts.phones == ()


def test_other_record_can_be_the_one_that_stays(desk, services, pairs, show, ask):
    dialog = show(CompareDialog(desk, pairs[:1], 0, None))
    dialog.swap_button.click()
    assert dialog.comparison.kept_id == pairs[0][1]
    ask.expect("confirm", True)
    dialog.merge_button.click()
    assert services.residents.get(pairs[0][0]).recycled


def test_numbers_are_revealed_for_a_reason(desk, services, pairs, show, ask):
    dialog = show(CompareDialog(desk, pairs[:1], 0, None))
    ask.expect("choose", 0)
    dialog.reveal_button.click()
    assert [box.text() for box in dialog.sides.boxes.values()] == ["13800000000"]
    assert services.history.events(1)[0].action == "查看完整号码"


def test_refusing_leaves_all_as_it_is(desk, services, pairs, show, ask):
    dialog = show(CompareDialog(desk, pairs[:1], 0, None))
    ask.expect("confirm", False)
    dialog.merge_button.click()
    assert dialog.isVisible()
    assert services.doubles.list_merges() == []


def test_change_meanwhile_is_said(desk, services, pairs, show, ask):
    dialog = show(CompareDialog(desk, pairs[:1], 0, None))
    services.residents.move_out([pairs[0][0]], services.context.clock().date())
    ask.expect("confirm", True)
    ask.expect("warn")
    dialog.merge_button.click()
    assert "刚才被改过" in ask.last


def test_comparing_somebody_merged_is_refused(desk, services, pairs, merge, main_window, ask):
    ask.expect("warn")
    open_comparison(desk, *pairs[0], main_window)
    assert "已经并入" in ask.last


def test_menu_opens_the_dialogs(desk, services, pairs, merge, main_window, qtbot):
    open_doubles(desk, main_window)
    dialog = opened(DoublesDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    dialog.reject()
    open_merges(desk, main_window)
    opened(MergesDialog).reject()


def test_mark_is_taken_off(desk, services, pairs, show):
    services.doubles.not_same(*pairs[0])
    dialog = show(ToldApartDialog(desk))
    assert dialog.table.rowCount() == 1
    dialog.forget_button.click()
    assert dialog.table.rowCount() == 0
    assert not dialog.forget_button.isEnabled()
    assert services.doubles.list_not_same() == []


def test_merge_is_taken_back_from_the_list_by_keyboard(desk, services, pairs, merge, show, qtbot):
    dialog = show(MergesDialog(desk))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    undo = opened(UnmergeDialog)
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert not services.residents.get(pairs[0][1]).recycled
    assert column(dialog.table, 4) == ["已撤回"]
    assert not dialog.undo_button.isEnabled()


def test_only_the_person_comes_back(desk, services, pairs, merge, show):
    undo = show(UnmergeDialog(desk, merge))
    texts = [undo.list.item(row).text() for row in range(undo.list.count())]
    assert any(text.startswith("电话：138****0000（原属「王伟」）") for text in texts)
    assert any("和人一起恢复" in text for text in texts)
    undo.none_button.click()
    undo.undo_button.click()
    assert not services.residents.get(pairs[0][1]).recycled
    assert len(services.residents.get(pairs[0][0]).facts.phones) == 1
    assert services.doubles.list_merges()[0].state is MergeState.PARTLY_UNDONE


def test_what_stays_is_seen_before(desk, services, pairs, show):
    kept, gone = pairs[0]
    choices = services.doubles.compare(kept, gone).suggestion()
    changed = {**choices.fields, "occupation": Side.GONE}
    merge, _ = services.doubles.merge(kept, gone, type(choices)(fields=changed))
    services.residents.move_out([kept], services.context.clock().date())
    person = services.residents.get(kept)
    draft = replace(person.facts, occupation="医生")
    services.residents.update(kept, draft, version=person.version)
    undo = show(UnmergeDialog(desk, merge))
    texts = [undo.list.item(row).text() for row in range(undo.list.count())]
    assert "职业：司机 → 教师（后来改过，保留现在的）" in texts
    undo.undo_button.click()
    assert services.residents.get(kept).facts.occupation == "医生"


def test_what_must_come_first_is_said(desk, services, pairs, merge, show, ask):
    _, gone = pairs[0]
    person = next(p.id for p in services.doubles.report(merge).parts if p.essential)
    services.doubles.unmerge(merge, [person])
    services.doubles.merge(pairs[1][0], gone)
    dialog = show(MergesDialog(desk))
    dialog.table.selectRow(1)
    ask.expect("warn")
    dialog.undo_button.click()
    assert "请先撤回「王伟」并入「郑国」" in ask.last
