import pytest
from PySide6.QtCore import QFileInfo, QItemSelectionModel, Qt
from PySide6.QtWidgets import QFileIconProvider, QLineEdit, QTreeView

from linli.gui.file_dialog import FileDialog, run_file_dialog


def make_dialog(qtbot, path, **options):
    dialog = FileDialog(None, "打开台账", path, "台账 (*.xlsx)", **options)
    qtbot.addWidget(dialog)
    return dialog


def test_dialog_shows_names_first_and_no_column_of_types(qtbot, theme, tmp_path):
    dialog = make_dialog(qtbot, tmp_path)
    dialog.show()
    names = dialog.findChild(QTreeView, "treeView")
    assert names.isColumnHidden(2)
    assert names.columnWidth(0) > names.columnWidth(1) + names.columnWidth(3)


def test_dialog_fits_the_screen_at_every_zoom(qtbot, theme, tmp_path):
    theme.set_zoom(200)
    dialog = make_dialog(qtbot, tmp_path)
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_folders_and_files_are_drawn_in_the_house_style(qtbot, theme, tmp_path):
    provider = make_dialog(qtbot, tmp_path).iconProvider()
    ledger = tmp_path / "台账.xlsx"
    ledger.touch()
    folder, file = (provider.icon(QFileInfo(str(path))) for path in (tmp_path, ledger))
    assert folder.cacheKey() == provider.icon(QFileIconProvider.IconType.Folder).cacheKey()
    assert file.cacheKey() == provider.icon(QFileIconProvider.IconType.File).cacheKey()
    assert folder.cacheKey() != file.cacheKey()


@pytest.mark.parametrize("saving", [False, True])
def test_path_that_is_typed_is_taken_with_enter(qtbot, theme, tmp_path, saving):
    ledger = tmp_path / "ledger.xlsx"
    ledger.touch()
    dialog = make_dialog(qtbot, tmp_path / "x.xlsx" if saving else tmp_path, saving=saving)
    dialog.setOption(FileDialog.Option.DontConfirmOverwrite)
    dialog.show()
    dialog.activateWindow()
    line = dialog.findChild(QLineEdit)
    names = dialog.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: line.hasFocus() and names.model().rowCount(names.rootIndex()) == 1)
    line.clear()
    qtbot.keyClicks(line, str(ledger))
    # Sometimes Qt keeps the folder selected that the path has passed through.
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    names.selectionModel().select(names.rootIndex(), flags)
    with qtbot.waitSignal(dialog.fileSelected) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == [str(ledger)]


def test_cancelled_dialog_chooses_nothing(qtbot, theme, tmp_path, monkeypatch):
    dialog = make_dialog(qtbot, tmp_path / "名册.xlsx", saving=True)
    monkeypatch.setattr(dialog, "exec", lambda: 0)
    assert run_file_dialog(dialog) == []


def test_accepted_dialog_gives_the_file(qtbot, theme, tmp_path, monkeypatch):
    dialog = make_dialog(qtbot, tmp_path / "名册.xlsx", saving=True)
    monkeypatch.setattr(dialog, "exec", lambda: 1)
    assert run_file_dialog(dialog) == [str(tmp_path / "名册.xlsx")]
