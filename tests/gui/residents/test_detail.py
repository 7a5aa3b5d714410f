from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from support.people import make_draft, make_id
from support.photos import encoded, picture
from support.window import BORN, opened

from linli.domain.entitlements import EntitlementDraft
from linli.domain.residents import ManagementClass, RentalDraft, Tenancy
from linli.domain.visits import VisitDraft
from linli.gui.registers.entitlements import EntitlementsDialog
from linli.gui.registers.neighbours import NeighboursDialog
from linli.gui.registers.visits import VisitsDialog
from linli.gui.residents.detail import DetailPane

NUMBER = make_id(birth=BORN, sequence=1)


@pytest.fixture
def pane(desk, cast, qtbot):
    pane = DetailPane(desk, revealed_seconds=1)
    qtbot.addWidget(pane)
    pane.resize(400, 900)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def texts(pane):
    QApplication.processEvents()  # new lines are shown by the next turn of the loop
    shown = [each.text() for each in pane.findChildren(QLabel) if each.isVisibleTo(pane)]
    return shown + [
        each.text() for each in pane.findChildren(QPushButton) if each.isVisibleTo(pane)
    ]


def test_person_is_shown_with_home_household_and_grid(pane, cast):
    pane.show_resident(cast.head)
    shown = texts(pane)
    for text in (
        "张建国",
        "男 · 76 岁 · 户主",
        "西河小区3号楼2单元501室",
        "本户 2 人",
        "李秀英 · 配偶 · 66 岁",
        "第三网格",
        "刘敏 13899990001",
        "独居老人",
        "还没有发过联系卡。",
    ):
        assert text in shown, (text, shown)


def test_numbers_are_masked(pane, cast):
    pane.show_resident(cast.head)
    shown = " ".join(texts(pane))
    assert NUMBER not in shown
    assert "13812345678" not in shown
    assert "138****5678" in shown


def test_revealing_asks_why_shows_and_leaves_a_trace(pane, cast, ask, services):
    pane.show_resident(cast.head)
    ask.expect("choose", 1)
    pane.reveal_button.click()
    assert NUMBER in texts(pane)
    assert "13812345678" in texts(pane)
    event = services.history.events(1)[0]
    assert event.action == "查看完整号码"
    assert event.subject == f"resident/{cast.head}"
    assert "核对资料" in event.detail.values()


def test_no_reason_no_numbers_no_trace(pane, cast, ask, services):
    pane.show_resident(cast.head)
    before = services.history.events(1)
    ask.expect("choose", None)
    pane.reveal_button.click()
    assert NUMBER not in texts(pane)
    assert services.history.events(1) == before


def test_numbers_hide_again_by_themselves(pane, cast, ask, qtbot):
    pane.show_resident(cast.head)
    ask.expect("choose", 0)
    pane.reveal_button.click()
    qtbot.waitUntil(lambda: NUMBER not in texts(pane), timeout=3000)


def test_button_hides_the_numbers_without_a_question(pane, cast, ask):
    pane.show_resident(cast.head)
    ask.expect("choose", 0)
    pane.reveal_button.click()
    pane.reveal_button.click()
    assert NUMBER not in texts(pane)


def test_next_person_is_masked_and_so_is_the_first_on_return(pane, cast, ask):
    pane.show_resident(cast.head)
    ask.expect("choose", 0)
    pane.reveal_button.click()
    pane.show_resident(cast.wife)
    pane.show_resident(cast.head)
    assert NUMBER not in texts(pane)


def test_reading_the_same_person_again_keeps_the_numbers_shown(pane, cast, ask):
    pane.show_resident(cast.head)
    ask.expect("choose", 0)
    pane.reveal_button.click()
    pane.show_resident(cast.head)
    assert NUMBER in texts(pane)


def test_member_leads_to_them(pane, cast, qtbot):
    pane.show_resident(cast.head)
    line = next(b for b in pane.findChildren(QPushButton) if b.text().startswith("李秀英"))
    with qtbot.waitSignal(pane.member_chosen) as blocker:
        line.click()
    assert blocker.args == [cast.wife]


def test_rental_is_shown_and_opened(pane, cast, services, qtbot):
    home = services.households.get(cast.household).facts.dwelling_id
    rental = RentalDraft(
        number="C7",
        landlord_name="周大海",
        rooms=3,
        occupants=5,
        management=ManagementClass.TEMPORARY,
        tenancies=(Tenancy(name="陈小军"),),
    )
    version = services.dwellings.get(home).version
    services.dwellings.set_rental(home, rental, version=version)
    pane.show_resident(cast.head)
    shown = texts(pane)
    assert {"C7", "周大海", "3 间", "5 人", "临时管理", "陈小军"} <= set(shown)
    button = next(b for b in pane.findChildren(QPushButton) if "出租登记" in b.text())
    with qtbot.waitSignal(pane.rental_requested) as blocker:
        button.click()
    assert blocker.args == [home]


def test_floating_stay_is_shown(pane, cast):
    pane.show_resident(cast.lodger)
    assert "甘肃省定西市" in texts(pane)
    assert not pane.household_button.isEnabled()


def test_person_who_is_gone_meanwhile_is_said_so(pane, cast):
    pane.show_resident(10_000)
    assert pane.resident_id is None
    assert any("已经不在台账里" in text for text in texts(pane))


def test_text_that_looks_like_markup_stays_a_text(pane, services):
    number, _ = services.residents.add(make_draft(sequence=99, note="<b>粗</b>"))
    pane.show_resident(number)
    assert "<b>粗</b>" in texts(pane)
    formats = {each.textFormat() for each in pane.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_photo_stands_beside_the_name_of_who_has_one(pane, cast, services):
    pane.show_resident(cast.head)
    assert pane.photo.isHidden()
    head = services.residents.get(cast.head)
    digest = services.settings.add_photo(encoded(picture(300, 400), "JPEG"))
    services.residents.update(cast.head, replace(head.facts, photo=digest), version=head.version)
    pane.show_resident(cast.head)
    assert not pane.photo.isHidden()
    assert pane.photo.pixmap().height() == 88
    pane.show_resident(cast.wife)
    assert pane.photo.isHidden()


def test_what_a_person_gets_and_who_visited_are_shown_at_once(pane, desk, cast, services):
    pane.show_resident(cast.wife)
    low = EntitlementDraft(resident_id=cast.wife, kind_code="01", amount=52000)
    desk.bus.publish(services.entitlements.add(low)[1])
    today = services.context.clock().date()
    visit = VisitDraft(day=today, kind_code="01", household_id=cast.household, visitor="王芳")
    desk.bus.publish(services.visits.add(visit)[1])
    shown = texts(pane)
    assert "520 元/月 · 享受中" in shown
    assert "住院必访 · 王芳" in shown


def said(kind):
    """The title of a window, which other programs see, and what stands in it."""
    dialog = opened(kind)
    return dialog.windowTitle(), dialog.heading.text()


def test_entitlements_visits_and_neighbours_of_the_person_are_opened(pane, cast):
    pane.show_resident(cast.wife)
    pane.entitlements_button.click()
    assert said(EntitlementsDialog) == ("救助待遇", "李秀英的救助待遇")
    opened(EntitlementsDialog).reject()
    pane.visits_button.click()
    assert said(VisitsDialog) == ("走访和服务", "李秀英的走访和服务")
    opened(VisitsDialog).reject()
    pane.neighbours_button.click()
    assert said(NeighboursDialog) == ("邻里守望", "李秀英的邻里守望")
    opened(NeighboursDialog).reject()


def test_numbers_hide_when_the_pane_leaves_the_screen(pane, cast, ask):
    pane.show_resident(cast.head)
    masked = texts(pane)
    ask.expect("choose", 0)
    pane.reveal_button.click()
    assert texts(pane) != masked
    pane.hide()
    pane.show()
    assert texts(pane) == masked
