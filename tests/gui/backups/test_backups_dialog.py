"""The list of backups: made, tried out, carried, gone back to."""

from pathlib import Path

import pytest
from support.ledgers import PASSWORD

from linli.domain.accounts import Role
from linli.domain.backups import DAILY, BackupPolicy, Drive, KeepRule
from linli.domain.residents import LedgerCounts
from linli.gui.backups.dialog import BackupsDialog
from linli.gui.backups.restore_form import RestoreForm, backup_facts
from linli.gui.backups.settings_forms import PolicyForm, StickForm
from linli.storage import drives

LONG = 20_000


def cells(table, row):
    return [table.item(row, column).text() for column in range(table.columnCount())]


@pytest.fixture
def dialog(desk, show):
    desk.services.backups.make(DAILY)
    return show(BackupsDialog(desk))


@pytest.fixture
def stick(monkeypatch, tmp_path) -> Path:
    root = tmp_path / "红盘"
    root.mkdir()
    found = [Drive(root=root, name="红盘", free=8_000_000_000)]
    monkeypatch.setattr(drives, "removable", lambda: found)
    return root


def child(dialog, kind):
    return dialog.findChild(kind)


def test_backups_are_listed_with_what_is_in_them(dialog, services):
    services.backups.make("导入前")
    dialog.read()
    assert cells(dialog.table, 0)[1:4] == ["导入前", "王芳", "0"]
    assert cells(dialog.table, 1)[5:] == ["本机", "完好"]


def test_a_backup_made_here_is_listed_at_once(dialog, desk, qtbot):
    with qtbot.waitSignal(desk.bus.backed_up, timeout=LONG):
        dialog.make_button.click()
    assert cells(dialog.table, 0)[1] == "手动备份"


def test_a_damaged_backup_says_so_and_cannot_be_gone_back_to(dialog, services):
    path = services.backups.latest().path
    path.write_bytes(path.read_bytes()[:900])
    dialog.read()
    assert "已损坏" in cells(dialog.table, 0)[6]
    assert not dialog.restore_button.isEnabled()


def test_a_rehearsal_tells_how_it_went(dialog, ask, qtbot):
    ask.expect("tell")
    dialog.rehearse_button.click()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=LONG)
    assert "演练通过" in ask.last
    assert "演练过恢复，没有问题" in dialog.summary.text()


def test_a_rehearsal_that_fails_says_what_is_wrong(dialog, ask, services, qtbot):
    path = services.backups.latest().path
    content = bytearray(path.read_bytes())
    content[9000] ^= 1
    path.write_bytes(content)
    ask.expect("warn")
    dialog.rehearse_button.click()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=LONG)
    assert "没有通过" in ask.last
    assert "演练时发现它已损坏" in cells(dialog.table, 0)[6]


def test_a_stick_is_chosen_and_gets_a_backup(dialog, stick, services, desk, qtbot):
    dialog.stick_button.click()
    form = child(dialog, StickForm)
    assert form.form.value("name") == "红盘"
    with qtbot.waitSignal(desk.bus.backed_up, timeout=LONG):
        form.save_button.click()
    assert len(services.backups.list_on(stick)) == 1
    assert "备份盘“红盘”：今天 09:00" in dialog.summary.text()
    assert cells(dialog.table, 1)[5] == "备份盘“红盘”"


def test_without_a_stick_it_is_said_or_given_up(dialog, ask, monkeypatch, services, stick):
    found = drives.removable()
    monkeypatch.setattr(drives, "removable", list)
    ask.expect("tell")
    dialog.stick_button.click()
    assert "没有找到U盘" in ask.last
    services.backups.choose_stick(found[0], "红盘")
    ask.expect("confirm", True)
    dialog.stick_button.click()
    assert services.backups.stick_status().name == ""


def test_the_keep_rule_is_changed_and_a_wrong_number_refused(dialog, services):
    dialog.policy_button.click()
    form = child(dialog, PolicyForm)
    form.form.load(days="3天", weeks="2", months="1", rehearse_days="0")
    form.save_button.click()
    assert "要填一个数字" in form.form.field("days").error
    form.form.load(days="3", weeks="2", months="1", rehearse_days="0")
    form.save_button.click()
    kept = BackupPolicy(keep=KeepRule(days=3, weeks=2, months=1), rehearse_days=0)
    assert services.backups.policy() == kept


def test_going_back_asks_what_opens_it_and_hands_it_over(dialog, desk, qtbot):
    dialog.restore_button.click()
    form = child(dialog, RestoreForm)
    form.save_button.click()
    assert "请输入" in form.form.field("secret").error
    form.form.load(secret="wrong-word")
    form.save_button.click()
    qtbot.waitUntil(form.save_button.isEnabled, timeout=LONG)
    assert "密码打不开这个备份" in form.form.field("secret").error
    form.form.load(secret=PASSWORD)
    with qtbot.waitSignal(desk.bus.restore_decided, timeout=LONG) as decided:
        form.save_button.click()
    assert decided.args[0].info.reason == DAILY


def test_a_file_of_elsewhere_is_looked_into_first(dialog, ask, tmp_path, services, show):
    wrong = tmp_path / "x.linli-backup"
    wrong.write_bytes(b"no backup")
    ask.expect("open_file", wrong)
    ask.expect("warn")
    dialog.file_button.click()
    assert "已损坏" in ask.last
    copy = tmp_path / "y.linli-backup"
    copy.write_bytes(services.backups.latest().path.read_bytes())
    ask.expect("open_file", copy)
    dialog.file_button.click()
    form = child(dialog, RestoreForm)
    assert form.isVisible()
    form.reject()


def test_undo_is_offered_after_a_restore_only(dialog, data_dir, services):
    from linli.storage import backup_state

    assert not dialog.undo_button.isEnabled()
    backup_state.update(data_dir, undo=services.backups.latest().name)
    dialog.read()
    assert dialog.undo_button.isEnabled()
    dialog.undo_button.click()
    child(dialog, RestoreForm).reject()


def test_figures_that_differ_from_now_say_so(services):
    info = services.backups.make(DAILY)
    lines = dict(backup_facts(info, LedgerCounts(residents=5)))
    assert lines["里面有"].startswith("居民 0（现在 5）、户 0、")
    assert lines["文件"] == info.name


@pytest.mark.parametrize(("role", "may_back_up"), [(Role.CLERK, True), (Role.READER, False)])
def test_buttons_follow_the_rights(desk, show, role, may_back_up, monkeypatch):
    from dataclasses import replace

    context = desk.services.context
    limited = replace(context, actor=replace(context.actor, role=role))
    monkeypatch.setattr(desk.services, "context", limited)
    dialog = show(BackupsDialog(desk))
    assert dialog.make_button.isEnabled() is may_back_up
    assert not dialog.file_button.isEnabled()
    assert not dialog.policy_button.isEnabled()
