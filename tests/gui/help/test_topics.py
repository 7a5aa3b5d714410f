"""Everything that can be seen has a page of the help."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

import linli.gui
from linli.gui.file_dialog import FileDialog
from linli.gui.form_dialog import FormDialog
from linli.gui.help.book import INDEX, help_book
from linli.gui.help.topics import TOPICS, page_for, page_of_class
from linli.gui.list_dialog import ListDialog
from linli.gui.page import Page
from linli.gui.picker import Picker
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.frame import PeopleRegister
from linli.gui.registers.long_register import LongRegister
from linli.gui.residents.tab import ResidentsTab
from linli.gui.tab import Tab
from linli.gui.year_days_form import YearDaysForm

FRAMES = {
    YearDaysForm,
    *(FormDialog, ListDialog, RegisterDialog, PeopleRegister, LongRegister),
    *(Page, Tab, Picker, FileDialog),
}
"""What others are made of, and Qt's own dialog for files."""


def kinds():
    for module in pkgutil.walk_packages(linli.gui.__path__, "linli.gui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QDialog, Page, Tab]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("linli."):
                found.add(kind)
    return sorted(found - FRAMES, key=lambda kind: (kind.__module__, kind.__name__))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: f"{kind.__module__}:{kind.__name__}")
def test_tab_page_and_dialog_has_its_page(kind):
    pages = [page_of_class(each.__module__, each.__name__) for each in kind.__mro__]
    assert next(filter(None, pages), None) in help_book().pages


def test_every_place_of_the_table_exists():
    for place in TOPICS:
        module, _, name = place.partition(":")
        found = importlib.import_module(f"linli.gui.{module}")
        assert not name or hasattr(found, name)


def test_every_page_of_the_table_exists():
    assert set(TOPICS.values()) <= set(help_book().pages)


def test_most_exact_line_holds():
    assert page_of_class("linli.gui.cards.runs", "RunsDialog") == "cards"
    assert page_of_class("linli.gui.cards.jam_form", "JamForm") == "jam"
    assert page_of_class("linli.gui.unlock", "UnlockPage") == "start"
    assert page_of_class("linli.gui.unlock", "RecoverPage") == "recovery"
    assert page_of_class("PySide6.QtWidgets", "QDialog") is None


def test_tab_that_is_shown_gives_the_page(main_window):
    for place, page in enumerate(("find", "grids", "cases", "rosters")):
        main_window.show_tab(place)
        assert page_for(main_window.tab_bar) == page
        assert page_for(main_window.current_tab) == page
    assert isinstance(main_window.tabs[0], ResidentsTab)


def test_dialog_gives_its_page_whatever_in_it_has_the_keyboard(main_window, ask):
    main_window.commands.settings.trigger()
    (dialog,) = [each for each in main_window.findChildren(QDialog) if each.isVisible()]
    try:
        assert page_for(dialog.form.editor("community")) == "settings"
    finally:
        dialog.close()


def test_question_over_a_dialog_gives_the_page_of_the_dialog(main_window, qtbot):
    main_window.commands.keys.trigger()
    (below,) = [each for each in main_window.findChildren(QDialog) if each.isVisible()]
    question = QDialog(below)
    column = QVBoxLayout(question)
    line = QLineEdit(question)
    column.addWidget(line)
    try:
        assert page_for(line) == "keys"
    finally:
        question.deleteLater()
        below.reject()


def test_nothing_known_gives_the_first_page(qtbot):
    stray = QWidget()
    qtbot.addWidget(stray)
    assert page_for(QLabel(stray)) == INDEX
    assert page_for(None) == INDEX
