from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.cards import SINGLE, page_texts
from support.window import opened

from linli.gui.cards.outdated import OutdatedDialog


@pytest.fixture
def issued(cast, services):
    """Two households with a card each."""
    batch = services.cards.prepare((cast.head, cast.alone), "resident")
    services.cards.issue(batch, SINGLE)


@pytest.fixture
def new_hotline(services, desk):
    """Change what every card says."""

    def change():
        hall = replace(services.settings.hall(), hotline="0994-4825180")
        desk.bus.publish(services.settings.save_hall(hall))

    return change


def test_cards_that_are_right_leave_nothing_to_print(desk, issued, window, settled):
    dialog = OutdatedDialog(desk, window)
    settled()
    assert dialog.summary.text() == "发出的卡上印的都还对，没有要换的。"
    assert not dialog.print_button.isEnabled()


def test_outdated_cards_are_counted_listed_and_printed_with_their_numbers(
    desk, issued, cast, services, new_hotline, window, settled, click, shown, printer
):
    new_hotline()
    dialog = OutdatedDialog(desk, window)
    dialog.show()
    settled()
    assert "2 户手里的居民联系卡已经过时" in dialog.summary.text()
    assert dialog.table.model().rowCount() == 2
    number = services.cards.issued_to(cast.head)[0].number
    click(dialog.print_button)
    printing = shown()
    assert printing.ui.figures.text() == "2 张卡，1 张纸"
    click(printing.ui.print_button)
    assert number in page_texts(printer.last)[0]
    settled()
    assert "没有要换的" in dialog.summary.text()


def test_card_of_nobody_is_only_to_be_taken_back(desk, issued, cast, services, window, settled):
    services.residents.move_out([cast.alone], services.context.clock().date(), None)
    dialog = OutdatedDialog(desk, window)
    settled()
    assert "其中 1 张的住户已经不在，只要收回" in dialog.summary.text()
    assert not dialog.print_button.isEnabled()


def test_status_line_says_so_after_a_change_that_reaches_many(
    main_window, cast, issued, services, new_hotline, qtbot, settled
):
    hint, line = main_window.outdated_hint, main_window.status.outdated
    hint.timer.setInterval(1)
    assert not line.isVisible()
    new_hotline()
    qtbot.waitUntil(line.isVisible)
    assert line.text() == "有卡过时了：居民联系卡 2 户"
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    settled()
    dialog = opened(OutdatedDialog)
    dialog.close()
    batch = services.cards.prepare_outdated("resident")
    main_window.desk.bus.publish(services.cards.issue(batch, SINGLE).changes)
    qtbot.waitUntil(lambda: not line.isVisible())


def test_cards_outdated_since_before_the_start_are_told(issued, services, main_window, qtbot):
    services.settings.save_hall(replace(services.settings.hall(), hotline="0994-4825180"))
    assert main_window.outdated_hint.timer.isActive()
    main_window.outdated_hint.timer.start(1)
    qtbot.waitUntil(main_window.status.outdated.isVisible)


def test_ordinary_change_is_not_looked_at(main_window, cast, services, issued):
    main_window.outdated_hint.timer.stop()
    person = services.residents.get(cast.head)
    named = replace(person.facts, note="喜欢下棋")
    main_window.desk.bus.publish(
        services.residents.update(cast.head, named, version=person.version)
    )
    assert not main_window.outdated_hint.timer.isActive()
