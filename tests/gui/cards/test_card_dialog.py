from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from support.people import make_draft

from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.cards import CardSource
from linli.domain.paper import Correction, Duplex, PrinterProfile
from linli.domain.staff import StaffDraft
from linli.gui import print_dialog
from linli.gui.cards.dialog import open_card_dialog, open_reprint_dialog, open_source_cards
from linli.gui.names.check_dialog import NameCheckDialog
from linli.gui.paper.panel import remembered_slot
from linli.gui.printer import PrinterAbilities, Sides

LABELS = "a4-label-2x5-99x57"


def issued(services, resident_id):
    return services.cards.issued_to(resident_id)


def pages(dialog):
    return dialog.ui.preview.view.page_count


def test_looking_at_a_card_records_nothing(cast, printer, open_dialog, services):
    dialog = open_dialog(cast.head)
    assert pages(dialog) == 2
    assert dialog.ui.figures.text() == "1 张卡，1 张纸"
    assert issued(services, cast.head) == []


def test_printing_records_the_card_and_hands_over_what_was_shown(
    cast, printer, open_dialog, services, click, desk
):
    heard = []
    desk.bus.changed.connect(heard.append)
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    (sheet,) = printer.sheets
    assert sheet[0].startswith(b"%PDF")
    assert sheet[1:] == ("Office", "联系卡", Sides.LONG_EDGE, None)
    assert [card.holder for card in issued(services, cast.head)] == ["张建国"]
    assert len(heard) == 1
    assert dialog.ui.outcome.heading.text() == "1 张卡已交给打印机"
    assert not dialog.ui.outcome.jam_button.isVisible()


def test_enter_prints_and_enter_closes(cast, printer, open_dialog, qtbot, settled, assert_freed):
    dialog = open_dialog(cast.head)
    dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settled()
    assert len(printer.sheets) == 1
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert_freed(dialog)


def test_printing_again_gives_the_same_pages_and_no_second_record(
    cast, printer, open_dialog, services, click
):
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    click(dialog.ui.print_button)
    assert printer.sheets[0] == printer.sheets[1]
    assert len(issued(services, cast.head)) == 1


def test_refusing_printer_is_told_and_the_cards_can_still_be_saved(
    cast, printer, open_dialog, services, click, ask, tmp_path
):
    printer.fail = True
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    assert "没有回应" in dialog.ui.problems.text
    assert "发卡已经登记" in dialog.ui.problems.text
    ask.expect("save_file", tmp_path / "卡.pdf")
    click(dialog.ui.save_button)
    assert (tmp_path / "卡.pdf").read_bytes().startswith(b"%PDF")
    assert len(issued(services, cast.head)) == 1
    assert "已保存" in dialog.ui.notes.text()


def test_another_try_after_a_refusal_records_nothing_more(
    cast, printer, open_dialog, services, click
):
    printer.fail = True
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    printer.fail = False
    dialog.ui.target.printer.set_value("Hall")
    click(dialog.ui.print_button)
    assert [sheet[1] for sheet in printer.sheets] == ["Hall"]
    assert dialog.ui.problems.text == ""
    assert len(issued(services, cast.head)) == 1


def test_card_that_did_not_come_out_is_taken_back_and_can_be_printed(
    cast, printer, open_dialog, services, click
):
    printer.fail = True
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    click(dialog.ui.problems.take_back_button)
    (card,) = issued(services, cast.head)
    assert card.withdrawn_reason == "没有印出"
    assert "已退回" in dialog.ui.notes.text()
    printer.fail = False
    click(dialog.ui.print_button)
    latest, _ = issued(services, cast.head)
    assert latest.withdrawn_at is None
    assert latest.number == card.number


def test_run_that_did_not_come_out_waits_and_is_printed_from_there(
    cast, printer, open_dialog, services, click
):
    printer.fail = True
    dialog = open_dialog(cast.head, cast.alone)
    click(dialog.ui.print_button)
    click(dialog.ui.problems.take_back_button)
    (run,) = services.runs.list_all()
    assert run.waiting == 2
    printer.fail = False
    click(dialog.ui.print_button)
    (run,) = services.runs.list_all()
    assert (run.printed, run.waiting) == (2, 0)


def test_cards_of_a_job_that_was_called_off_can_be_taken_back(
    cast, printer, open_dialog, services, click
):
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    dialog.ui.outcome.progress.cancelled.emit()
    assert "卡纸" not in dialog.ui.problems.text
    click(dialog.ui.problems.take_back_button)
    (card,) = issued(services, cast.head)
    assert card.withdrawn_reason == "没有印出"
    click(dialog.ui.print_button)
    assert dialog.ui.problems.text == ""


def test_run_whose_job_was_called_off_may_have_come_out_in_part(
    cast, printer, open_dialog, services, click
):
    dialog = open_dialog(cast.head, cast.alone)
    click(dialog.ui.print_button)
    dialog.ui.outcome.progress.cancelled.emit()
    assert "印出了几张，请点“卡纸或印坏了”" in dialog.ui.problems.text
    click(dialog.ui.problems.take_back_button)
    (run,) = services.runs.list_all()
    assert run.waiting == 2


@pytest.mark.parametrize(("answer", "is_void"), [(0, True), (1, False)])
def test_leaving_after_a_refusal_asks_what_became_of_the_cards(
    answer, is_void, cast, printer, open_dialog, services, click, ask, assert_freed
):
    printer.fail = True
    dialog = open_dialog(cast.head)
    click(dialog.ui.print_button)
    ask.expect("choose", answer)
    dialog.reject()
    assert (issued(services, cast.head)[0].withdrawn_at is not None) is is_void


def test_household_gets_one_card_unless_each_person_is_asked_for(
    cast, printer, open_dialog, settled
):
    dialog = open_dialog(cast.head, cast.wife)
    assert dialog.ui.figures.text().startswith("1 张卡")
    dialog.ui.choices.unit.set_value(CardUnit.PERSON)
    settled()
    assert dialog.ui.figures.text().startswith("2 张卡")


def test_cards_are_printed_in_walking_order_unless_the_clerk_wants_theirs(
    cast, printer, open_dialog, services, click, settled
):
    dialog = open_dialog(cast.head, cast.alone)
    assert dialog.ui.choices.order.value() is CardOrder.WALK
    dialog.ui.choices.order.set_value(CardOrder.GIVEN)
    settled()
    click(dialog.ui.print_button)
    (run,) = services.runs.list_all()
    holders = [card.holder for card in services.runs.get(run.id).cards]
    assert holders == ["张建国", "买买提·艾力"]


def test_one_resident_is_not_asked_about_order_and_parts(cast, printer, open_dialog):
    form = open_dialog(cast.head).ui.choices.form
    assert [name for name in ("order", "part") if form.field(name).isVisible()] == []


def test_single_layout_makes_the_page_the_card(cast, printer, open_dialog, settled):
    dialog = open_dialog(cast.head, cast.alone)
    assert pages(dialog) == 2
    dialog.ui.choices.paper.sheet.set_value("single")
    settled()
    assert pages(dialog) == 4


def test_household_card_offers_only_what_suits_it(cast, printer, open_dialog, settled):
    dialog = open_dialog(cast.head)
    dialog.ui.choices.choose_kind("household")
    settled()
    assert not dialog.ui.choices.form.field("unit").isVisible()
    assert dialog.ui.choices.paper.setup().sheet.id == "a4x2-a5"
    assert pages(dialog) >= 1


def test_name_that_cannot_be_printed_is_shown_and_left_out_only_when_asked(
    cast, printer, open_dialog, services, click
):
    lost, _ = services.residents.add(make_draft("李\U0003fffd", sequence=31))
    dialog = open_dialog(cast.head, lost)
    assert "U+3FFFD" in dialog.ui.problems.text
    assert not dialog.ui.print_button.isEnabled()
    assert not dialog.ui.save_button.isEnabled()
    click(dialog.ui.problems.leave_out_button)
    assert dialog.ui.problems.text == ""
    assert "不发卡：李" in dialog.ui.notes.text()
    click(dialog.ui.print_button)
    assert issued(services, lost) == []
    assert len(issued(services, cast.head)) == 1


def test_name_is_put_right_from_the_dialog_and_then_printed(
    cast, printer, open_dialog, services, click, settled, desk
):
    lost, _ = services.residents.add(make_draft("李\U0003fffd", sequence=31))
    dialog = open_dialog(lost)
    click(dialog.ui.problems.mend_button)
    (check,) = dialog.findChildren(NameCheckDialog)
    assert check.chosen.where.text == "李\U0003fffd"
    person = services.residents.get(lost)
    desk.bus.publish(
        services.residents.update(lost, replace(person.facts, name="李明"), version=person.version)
    )
    settled()
    check.reject()
    settled()
    assert dialog.ui.problems.text == ""
    assert dialog.ui.print_button.isEnabled()


def test_facts_that_change_under_the_dialog_are_shown_and_told(
    cast, printer, open_dialog, services, settled, desk, click
):
    dialog = open_dialog(cast.head)
    dialog.ui.choices.paper.sheet.set_value("single")
    settled()
    person = services.residents.get(cast.head)
    named = replace(person.facts, name="张建军")
    desk.bus.publish(services.residents.update(cast.head, named, version=person.version))
    settled()
    assert "资料刚才有变化" in dialog.ui.notes.text()
    assert dialog.ui.choices.paper.setup().sheet.slots == 1
    click(dialog.ui.print_button)
    assert [card.holder for card in issued(services, cast.head)] == ["张建军"]


def test_change_by_another_program_is_seen_when_printing_and_nothing_is_printed(
    cast, printer, open_dialog, services, click
):
    dialog = open_dialog(cast.head)
    person = services.residents.get(cast.head)
    named = replace(person.facts, name="张建军")
    services.residents.update(cast.head, named, version=person.version)
    click(dialog.ui.print_button)
    assert printer.sheets == []
    assert issued(services, cast.head) == []
    assert "已重新准备" in dialog.ui.notes.text()
    click(dialog.ui.print_button)
    assert len(printer.sheets) == 1


def test_options_are_not_cut_in_large_type(cast, printer, open_dialog, desk):
    desk.theme.set_zoom(200)
    dialog = open_dialog(cast.head)
    dialog.resize(1366, 768)
    assert dialog.ui.choices.width() <= dialog.ui.choices.parentWidget().width()


def test_figures_and_printer_are_seen_without_scrolling_in_large_type(
    cast, printer, open_dialog, desk, services
):
    services.residents.move_out([cast.alone], services.context.clock().date())
    desk.theme.set_zoom(150)
    dialog = open_dialog(cast.head, cast.alone)
    dialog.resize(1342, 712)
    assert dialog.ui.figures.text() == "1 张卡，1 张纸；1 人不发卡"
    seen = [dialog.ui.figures, dialog.ui.target.printer]
    assert not any(widget.visibleRegion().isEmpty() for widget in seen)


def test_machine_without_printer_can_save(cast, monkeypatch, open_dialog):
    monkeypatch.setattr(print_dialog, "printers", list)
    dialog = open_dialog(cast.head)
    assert not dialog.ui.print_button.isEnabled()
    assert dialog.ui.save_button.isEnabled()
    assert dialog.ui.save_button.isDefault()


def test_clerk_hears_what_the_cards_lack(cast, printer, open_dialog):
    words = open_dialog(cast.head, cast.lodger).ui.notes.text()
    assert "服务热线" in words
    assert "1 张卡的住所还没有归入网格" in words
    assert "还有 1 个人没有照片" in words


def test_badge_without_photo_is_printed_only_on_purpose(
    printer, services, desk, window, shown, click
):
    staff_id, _ = services.staff.add(StaffDraft(name="王芳"))
    open_source_cards(desk, CardSource.STAFF, [staff_id], window)
    dialog = shown()
    assert "王芳" in dialog.ui.photos.text
    assert dialog.ui.print_button.text() == "照样打印(&P)"
    click(dialog.ui.print_button)
    assert len(printer.sheets) == 1
    assert services.runs.list_all() == []


def test_reprint_keeps_the_number_and_counts_the_printing(
    cast, printer, open_dialog, services, click, desk, window, shown
):
    first = open_dialog(cast.head)
    click(first.ui.print_button)
    first.close()
    (card,) = issued(services, cast.head)
    open_reprint_dialog(desk, card, window)
    again = shown()
    assert not again.ui.choices.form.field("unit").isVisible()
    click(again.ui.print_button)
    latest, earlier = issued(services, cast.head)
    assert latest.number == earlier.number == card.number
    assert (latest.issue, earlier.issue) == (2, 1)


def test_choices_of_a_kind_are_offered_again(cast, printer, open_dialog, click, settled):
    dialog = open_dialog(cast.head)
    dialog.ui.choices.size_choice.set_value("id1")
    settled()
    dialog.ui.choices.paper.sheet.set_value("single")
    dialog.ui.target.printer.set_value("Hall")
    settled()
    click(dialog.ui.print_button)
    dialog.close()
    again = open_dialog(cast.head).ui
    assert again.choices.size_choice.value() == "id1"
    assert again.choices.paper.sheet.value() == "single"
    assert again.target.value() == ("Hall", None)
    again.choices.choose_kind("household")
    assert again.choices.paper.sheet.value() == "a4x2-a5"


def test_used_label_sheet_goes_on_where_it_has_room(
    cast, printer, open_dialog, click, settled, state
):
    dialog = open_dialog(cast.head, cast.alone)
    dialog.ui.choices.paper.sheet.set_value(LABELS)
    settled()
    click(dialog.ui.print_button)
    dialog.close()
    assert remembered_slot(state, LABELS) == 3
    again = open_dialog(cast.head)
    assert again.ui.choices.paper.setup().start_slot == 3
    assert again.ui.figures.text() == "1 张卡，1 张纸，从第 3 格起"


def test_tray_is_asked_for_only_where_there_are_several(cast, printer, open_dialog, qtbot, click):
    printer.abilities = PrinterAbilities(trays=("Upper", "Lower"))
    dialog = open_dialog(cast.head)
    tray = dialog.ui.target.form.field("tray")
    qtbot.waitUntil(tray.isVisible)
    dialog.ui.target.tray.set_value("Lower")
    click(dialog.ui.print_button)
    assert printer.sheets[0][4] == "Lower"
    dialog.close()
    again = open_dialog(cast.head)
    qtbot.waitUntil(lambda: again.ui.target.value() == ("Office", "Lower"))


def test_printer_that_cannot_turn_sends_the_clerk_to_turning_by_hand(
    cast, printer, open_dialog, qtbot
):
    printer.abilities = PrinterAbilities(turns=False)
    dialog = open_dialog(cast.head)
    paper = dialog.ui.choices.paper
    duplex = paper.form.field("duplex")
    qtbot.waitUntil(lambda: "手动翻面" in duplex.hint)
    paper.duplex.set_value(Duplex.MANUAL)
    assert duplex.hint == ""
    printer.abilities = PrinterAbilities(turns=True)
    paper.duplex.set_value(Duplex.LONG)
    dialog.ui.target.printer.set_value("Hall")
    assert duplex.hint == ""


def test_correction_of_the_printer_is_outlined(cast, printer, open_dialog, services):
    services.paper.save_profile(
        PrinterProfile(name="办公室", printer="Office", front=Correction(dx=2))
    )
    dialog = open_dialog(cast.head)
    assert dialog.ui.preview.legend.isVisible()


def test_closing_frees_the_dialog(cast, printer, desk, assert_freed, qtbot, window, shown):
    open_card_dialog(desk, [cast.head], window)
    dialog = shown()
    qtbot.mouseClick(dialog.ui.close_button, Qt.MouseButton.LeftButton)
    assert_freed(dialog)
