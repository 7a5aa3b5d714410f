"""The first day (第一天): led through eight things by keys, left, resumed, and thrown away."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.program import LONG, main_window, page_of

import linli
from linli.gui.cards.card_dialog import CardDialog
from linli.gui.first_start import FoundPage
from linli.gui.help.window import HelpWindow
from linli.gui.importing.done_page import DonePage
from linli.gui.importing.mapping_page import MappingPage
from linli.gui.importing.outcome_page import OutcomePage
from linli.gui.main_window import MainWindow
from linli.gui.resident_form import ResidentForm
from linli.gui.tour import starting
from linli.gui.tour.panel import PracticeBand, TourPanel
from linli.gui.tour.steps import STEPS
from linli.paths import DataDir
from linli.services.ledger import create_ledger
from linli.services.practice import is_practice, workbook_of


@pytest.fixture(autouse=True)
def _few_people(monkeypatch):
    monkeypatch.setattr("linli.services.practice.PEOPLE", 60)


@pytest.fixture
def practise(start, clerk):
    """Start the practice window; return its tour once it leads."""

    def run():
        program = start(practice=True)
        clerk.sees(MainWindow)
        return program._tour

    return run


def reaches(clerk, tour, number):
    clerk.waits_for(lambda: tour.number == number and tour.scene.at_home)
    clerk.sees(MainWindow)


def test_whole_first_day_by_keys(practise, clerk, ask, data_dir, tmp_path, qtbot):
    tour = practise()
    window = clerk.sees(MainWindow)
    assert is_practice(data_dir)
    assert window.findChild(PracticeBand).isVisible()
    assert "练习" in window.windowTitle()
    assert tour.panel.isVisible()
    clerk.waits_for(tour.pointer.isVisible)

    find_somebody(clerk, tour)
    look_at_the_card(clerk, tour)
    enter_and_take_back(clerk, tour)
    import_the_workbook(clerk, tour, ask, data_dir)
    save_a_card(clerk, tour, ask, tmp_path / "卡.pdf")

    ask.expect("tell")
    clerk.press("Ctrl+B")
    reaches(clerk, tour, 7)

    clerk.press("F1")
    clerk.sees(HelpWindow)
    clerk.waits_for(lambda: tour.number == len(STEPS))
    clerk.waits_for(lambda: not tour.panel.isVisible())
    assert "第一天做完了" in tour.panel.title.text()
    clerk.press("Esc")

    clerk.sees(MainWindow)
    clerk.press("Shift+F1")
    clerk.sees(TourPanel)
    ask.expect("confirm", answer=True)
    clerk.press("Space")
    assert not tour.panel.isVisible()


def find_somebody(clerk, tour):
    clerk.press("Ctrl+F")
    clerk.write(tour.scene.hero.letters)
    assert tour.number == 0
    clerk.press("Down")
    reaches(clerk, tour, 1)


def look_at_the_card(clerk, tour):
    clerk.press("Ctrl+P")
    dialog = clerk.sees(CardDialog)
    clerk.waits_for(dialog.ui.save_button.isEnabled)
    clerk.waits_for(lambda: not tour.pointer.isVisible())
    clerk.waits_for(lambda: not tour.panel.skip_button.isVisible())
    assert tour.number == 1
    clerk.sees(CardDialog)
    clerk.press("Escape")
    reaches(clerk, tour, 2)


def enter_and_take_back(clerk, tour):
    people = tour.scene.now
    clerk.press("Ctrl+N")
    clerk.sees(ResidentForm)
    clerk.write("张小练")
    clerk.press("Ctrl+S")
    clerk.sees(MainWindow)
    reaches(clerk, tour, 3)
    assert tour.scene.now == people + 1
    clerk.press("Ctrl+Z")
    reaches(clerk, tour, 4)
    assert tour.scene.now == people


def import_the_workbook(clerk, tour, ask, data_dir):
    ask.expect("open_file", workbook_of(data_dir))
    clerk.press("Ctrl+I")
    clerk.sees(MappingPage)
    clerk.press("Alt+N")
    clerk.sees(OutcomePage)
    clerk.press("Alt+I")
    clerk.sees(DonePage)
    assert tour.number == 4
    clerk.press("Alt+F")
    clerk.sees(MainWindow)
    reaches(clerk, tour, 5)


def save_a_card(clerk, tour, ask, path):
    clerk.press("Ctrl+F")
    clerk.write(tour.scene.hero.letters)
    clerk.press("Down", "Ctrl+P")
    dialog = clerk.sees(CardDialog)
    clerk.waits_for(dialog.ui.save_button.isEnabled)
    ask.expect("save_file", path)
    clerk.sees(CardDialog)
    clerk.press("Alt+S")
    clerk.reads("已保存", dialog)
    assert tour.number == 5
    clerk.sees(CardDialog)
    clerk.press("Escape")
    reaches(clerk, tour, 6)
    assert path.exists()


def test_steps_can_be_skipped_and_the_day_is_taken_up_where_it_was_left(practise, clerk):
    tour = practise()
    clerk.press("Shift+F1")
    clerk.sees(TourPanel)
    clerk.press("Alt+K")
    clerk.waits_for(lambda: tour.number == 1)
    tour.panel.skip_button.click()
    assert tour.number == 2
    people = tour.scene.now

    again = practise()
    assert again.number == 2
    assert again.scene.now == people
    assert tr_of(again) in again.panel.title.text()


def tr_of(tour):
    return STEPS[tour.number].title


def test_panel_that_was_closed_comes_back_by_key(practise, clerk):
    tour = practise()
    tour.panel.close()
    tour.look()
    assert not tour.panel.isVisible()
    clerk.press("Shift+F1")
    assert clerk.sees(TourPanel) is tour.panel


def test_ending_asks_and_throws_everything_away(practise, start, clerk, ask, data_dir):
    tour = practise()
    ask.expect("confirm", answer=False)
    tour.panel.end_button.click()
    assert tour.panel.isVisible()
    ask.expect("confirm", answer=True)
    tour.panel.end_button.click()
    program = tour._window  # the last of it is gone with the program
    assert program is main_window()
    start_over(start)
    assert not is_practice(data_dir)
    assert not data_dir.exists()
    assert not workbook_of(data_dir).exists()


def start_over(start):
    """End the practice; what starts then finds nothing."""
    start()


def test_practice_has_nothing_to_lock(practise, clerk, ask):
    tour = practise()
    ask.expect("tell")
    clerk.press("Ctrl+L")
    assert "不用锁定" in ask.last
    assert main_window() is tour._window


def test_real_ledger_is_refused_and_left_as_it_is(start, data_dir, ask, qtbot):
    create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    ).context.db.close()
    before = {path: path.read_bytes() for path in data_dir.root.rglob("*") if path.is_file()}
    ask.expect("warn")
    start(practice=True)
    qtbot.waitUntil(lambda: not ask.waiting, timeout=LONG)
    assert "真的台账" in ask.last
    after = {path: path.read_bytes() for path in before}
    assert before == after


def test_first_page_starts_practice_as_a_second_process(start, monkeypatch, data_dir):
    started = []
    monkeypatch.setattr("linli.app.start_practice", lambda *given: started.append(given))
    start()
    page_of(FoundPage).first_day_button.click()
    assert [given[2] for given in started] == [data_dir]


def test_second_process_works_in_the_cache_and_never_in_the_data_folder(tmp_path):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONPATH": str(Path(linli.__file__).parents[1]),
    }
    ledger = tmp_path / "cache/linli/practice/资料"
    process = subprocess.Popen([sys.executable, "-m", "linli", starting.VERB], env=environment)
    try:
        end = time.monotonic() + 4 * LONG / 1000  # it imports everything, on a busy machine
        while not ledger.exists() and time.monotonic() < end and process.poll() is None:
            time.sleep(0.1)
        assert ledger.exists()
    finally:
        process.terminate()
        process.wait(timeout=30)
    assert not (tmp_path / "data").exists()


def test_what_cannot_be_started_is_said(ask, monkeypatch):
    monkeypatch.setattr(starting.sys, "executable", "/nowhere/python")
    ask.expect("warn")
    assert not starting.start_practice(ask, None, DataDir.default())


@pytest.mark.parametrize(
    ("executable", "first"),
    [("/usr/bin/python3.11", ["-m", "linli"]), ("/apps/Linli/linli.exe", [])],
)
def test_launcher_is_not_told_which_module_to_run(monkeypatch, data_dir, executable, first):
    monkeypatch.setattr(starting.sys, "executable", executable)
    assert starting._arguments(DataDir.default()) == [*first, "practice"]
    beside = ["--data-dir", str(data_dir.root)]
    assert starting._arguments(data_dir) == [*first, *beside, "practice"]
