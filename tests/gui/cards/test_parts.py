"""Printing in parts: the rest of a run waits, over days if need be."""

from dataclasses import replace

import pytest
from support.cards import page_texts
from support.window import opened

from linli.domain.paper import PaperSetup
from linli.gui.cards.choices import PartInput
from linli.gui.cards.dialog import open_run_printing
from linli.gui.cards.run_dialog import RunDialog


@pytest.fixture
def single(services):
    """Cards on paper of their own size: each is a sheet, so that two are more than one."""

    def choose(dialog):
        dialog.ui.choices.paper.sheet.set_value("single")

    return choose


@pytest.fixture
def dialog(cast, printer, open_dialog, single, settled):
    """Three cards on three sheets."""
    dialog = open_dialog(cast.head, cast.alone, cast.lodger)
    single(dialog)
    settled()
    return dialog


def test_first_cards_are_printed_and_the_rest_waits(dialog, printer, click, settled, services):
    part = dialog.ui.choices.part
    assert part.isVisible()
    part.set_value(2)
    settled()
    assert dialog.ui.figures.text() == "2 张卡，2 张纸；其余 1 张留着以后打"
    assert dialog.ui.preview.view.page_count == 4
    click(dialog.ui.print_button)
    assert len(page_texts(printer.last)) == 4
    (run,) = services.runs.list_all()
    assert (run.printed, run.waiting) == (2, 1)
    assert "其余 1 张在“打印批次”里待印" in dialog.ui.outcome.words.text()


def test_rest_is_printed_on_the_same_paper_with_the_facts_of_that_day(
    dialog, printer, click, settled, services, desk, window, shown, cast
):
    dialog.ui.choices.part.set_value(1)
    settled()
    click(dialog.ui.print_button)
    dialog.close()
    lodger = services.residents.get(cast.lodger)
    named = replace(lodger.facts, name="赵大军")
    services.residents.update(cast.lodger, named, version=lodger.version)
    (run,) = services.runs.list_all()
    open_run_printing(desk, run.id, window)
    again = shown()
    assert again.ui.choices.paper.setup() == PaperSetup(sheet=run.setup.sheet)
    assert again.ui.figures.text() == "2 张卡，2 张纸"
    click(again.ui.print_button)
    assert "赵大军" in "".join(page_texts(printer.last))
    assert services.runs.get(run.id).run.waiting == 0


def test_just_the_named_cards_are_printed_again(
    dialog, printer, click, services, desk, window, shown
):
    click(dialog.ui.print_button)
    dialog.close()
    (run,) = services.runs.list_all()
    third = services.runs.get(run.id).cards[2].number
    open_run_printing(desk, run.id, window, numbers=[third])
    again = shown()
    assert again.ui.figures.text() == "1 张卡，1 张纸"
    click(again.ui.print_button)
    assert third in page_texts(printer.last)[0]


def test_finished_run_says_that_nothing_waits(
    dialog, printer, click, services, desk, window, shown
):
    click(dialog.ui.print_button)
    dialog.close()
    (run,) = services.runs.list_all()
    open_run_printing(desk, run.id, window)
    assert "已经印完" in shown().ui.problems.text


def test_run_that_was_undone_is_told(desk, services, window, ask):
    ask.expect("warn")
    open_run_printing(desk, 99, window)
    assert "没有第 99 批" in ask.last


def test_jam_after_printing_leads_to_the_run(dialog, printer, click, services, assert_freed):
    click(dialog.ui.print_button)
    click(dialog.ui.outcome.jam_button)
    assert_freed(dialog)
    run = opened(RunDialog)
    assert "共 3 张：已印 3 张" in run.summary.text()
    run.close()


def test_whole_sheets_are_proposed(qapp):
    part = PartInput()
    part.set_total(437, 10)
    part.set_value(part.number.value())
    assert part.value() == 100
    part.set_value(None)
    part.set_total(30, 10)
    assert part.number.value() == 10
