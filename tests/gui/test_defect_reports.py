"""Reports are looked at before they are saved onto a stick; nobody's data is in them."""

import zipfile

import pytest
import shiboken6
from support.window import opened

from linli.errors import StorageProblem
from linli.gui.defect_reports import DefectReportsDialog, open_defect_reports


@pytest.fixture
def dialog(desk, main_window, data_dir):
    """The dialog, with one report and a log line."""
    data_dir.logs.mkdir(parents=True, exist_ok=True)
    (data_dir.logs / "defect-1.txt").write_text("linli/gui/forms.py:3 in value", encoding="utf-8")
    (data_dir.logs / "linli.log").write_text("sum 652328195005011234 x", encoding="utf-8")
    open_defect_reports(desk, main_window)
    dialog = opened(DefectReportsDialog)
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.reject()


def test_all_that_is_taken_along_is_shown_before(dialog, tmp_path, ask):
    names = [part.name for part in dialog.parts]
    assert names == ["machine.txt", "defect-1.txt", "linli.log"]
    dialog.table.selectRow(2)
    assert dialog.text.toPlainText() == "sum □ x"
    ask.expect("save_file", tmp_path / "问题报告.zip")
    ask.expect("tell")
    dialog.save_button.click()
    with zipfile.ZipFile(tmp_path / "问题报告.zip") as package:
        assert package.namelist() == names
        assert package.read("linli.log").decode() == "sum □ x"


def test_a_full_stick_is_told_and_the_dialog_stays(dialog, ask, monkeypatch):
    def full(*_):
        raise StorageProblem("磁盘已满。", "请清理。")

    monkeypatch.setattr(dialog._reports, "save", full)
    ask.expect("save_file", "x.zip")
    ask.expect("warn")
    dialog.save_button.click()
    assert dialog.isVisible()


def test_without_a_place_nothing_is_saved(dialog, ask):
    ask.expect("save_file", None)
    dialog.save_button.click()
    assert dialog.isVisible()
