"""Going back to a backup as the program leads through it: signed in, damaged, on a new machine."""

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.program import LONG, main_window, page_of

from linli.gui.backups.page import RestorePage
from linli.gui.backups.restore_form import RestoreForm
from linli.gui.first_start import FoundPage
from linli.gui.unlock import UnlockPage
from linli.paths import DataDir
from linli.services.backups import BackupService
from linli.services.ledger import confirm_recovery_code, create_ledger
from linli.storage import drives, switch
from linli.storage.schema import GridRecord


@pytest.fixture(autouse=True)
def _no_drives(monkeypatch):
    monkeypatch.setattr(drives, "removable", list)


def found(folder):
    """Found a ledger with the grid 一 in a backup; return the backup."""
    context = create_ledger(
        folder, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    ).context
    confirm_recovery_code(context)
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number="1", name="一"))
    info = BackupService(context).make("手动备份")
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number="2", name="二"))
    context.db.close()
    return info


def sign_in(qtbot):
    page = page_of(UnlockPage)
    page.password.setText(PASSWORD)
    page.open_button.click()
    qtbot.waitUntil(lambda: main_window() is not None, timeout=LONG)


def type_password(qtbot):
    form = page_of(RestoreForm)
    form.form.load(secret=PASSWORD)
    form.save_button.click()
    qtbot.waitUntil(lambda: page_of(RestoreForm) is None, timeout=LONG)


def grids():
    return [grid.facts.name for grid in main_window().desk.services.grids.list_all()]


def test_a_restore_from_the_window_signs_out_and_can_be_taken_back(start, data_dir, qtbot):
    found(data_dir)
    start()
    sign_in(qtbot)
    for step, after in (("restore_button", ["一"]), ("undo_button", ["一", "二"])):
        from linli.gui.backups.dialog import BackupsDialog

        main_window().status.backup.click()
        getattr(page_of(BackupsDialog), step).click()
        type_password(qtbot)
        qtbot.waitUntil(lambda: page_of(UnlockPage) is not None, timeout=LONG)
        assert "已恢复到" in page_of(UnlockPage).words.text()
        sign_in(qtbot)
        assert grids() == after


@pytest.mark.parametrize("file", ["ledger.keys", "ledger.db"])
def test_a_damaged_ledger_begins_with_its_backups(start, data_dir, qtbot, ask, file):
    found(data_dir)
    (data_dir.root / file).write_bytes(b"")
    start()
    if file == "ledger.db":
        page_of(UnlockPage).backup_button.click()
    page = page_of(RestorePage)
    assert ("已损坏" in page.problems.text) is (file == "ledger.keys")
    page.restore_button.click()
    ask.expect("tell")
    type_password(qtbot)
    qtbot.waitUntil(lambda: not ask.waiting, timeout=LONG)
    assert page_of(UnlockPage) is not None
    sign_in(qtbot)
    assert grids() == ["一"]


def test_a_new_machine_takes_over_from_a_file(start, data_dir, qtbot, ask, tmp_path):
    info = found(DataDir(tmp_path / "old"))
    start()
    page_of(FoundPage).backup_button.click()
    page = page_of(RestorePage)
    assert not page.restore_button.isEnabled()
    ask.expect("open_file", info.path)
    page.file_button.click()
    type_password(qtbot)
    qtbot.waitUntil(lambda: page_of(UnlockPage) is not None, timeout=LONG)
    sign_in(qtbot)
    assert grids() == ["一"]
    assert data_dir.exists()


def test_from_the_backups_one_gets_back_to_signing_in(start, data_dir):
    found(data_dir)
    start()
    page_of(UnlockPage).backup_button.click()
    page_of(RestorePage).back_button.click()
    assert page_of(UnlockPage) is not None


def test_a_switch_that_fails_leaves_the_ledger_and_says_so(
    start, data_dir, qtbot, ask, monkeypatch
):
    found(data_dir)
    start()
    page_of(UnlockPage).backup_button.click()

    def refuse(*_):
        from linli.errors import StorageProblem

        raise StorageProblem("磁盘已满。", "请清理。")

    monkeypatch.setattr(switch, "decide", refuse)
    page_of(RestorePage).restore()
    ask.expect("warn")
    type_password(qtbot)
    qtbot.waitUntil(lambda: not ask.waiting, timeout=LONG)
    assert ask.last == "磁盘已满。请清理。"
    sign_in(qtbot)
    assert grids() == ["一", "二"]
