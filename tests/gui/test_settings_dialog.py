from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from support.ledgers import PASSWORD
from support.window import opened

from linli.domain.settings import CommonNumber
from linli.errors import WrongPasswordError
from linli.gui.accounts import own_password
from linli.gui.accounts.own_password import PasswordDialog
from linli.gui.recovery_code import RenewCodeDialog
from linli.gui.settings_dialog import SettingsDialog


@pytest.fixture
def dialog(desk):
    backups = []
    dialog = SettingsDialog(desk, lambda: backups.append(1))
    dialog.backups = backups
    dialog.open()
    return dialog


def test_facts_are_saved_and_told(dialog, services, qtbot):
    dialog.form.editor("hotline").setText("0994-4820110")
    dialog.form.editor("hall").setText("西河便民大厅")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.accept()
    assert saved.args[0].kinds
    hall = services.settings.hall()
    assert (hall.hotline, hall.hall_name) == ("0994-4820110", "西河便民大厅")


def test_nothing_changed_leaves_no_undo_step(dialog, services, qtbot):
    before = services.history.state()
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.accept()
    assert not saved.args[0].kinds
    assert services.history.state() == before


def test_community_without_a_name_is_refused_beside_it(dialog):
    dialog.form.editor("community").clear()
    dialog.accept()
    assert "社区名称" in dialog.form.field("community").error
    dialog.form.modified = False
    dialog.close()


def test_common_numbers_are_kept_in_order(dialog, services, qtbot):
    numbers = (CommonNumber(name="物业", number="8888"), CommonNumber(name="报警", number="110"))
    dialog.form.editor("common_numbers").set_value(numbers)
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    assert services.settings.hall().common_numbers == numbers


def test_type_size_is_applied_when_saved(dialog, desk, qtbot):
    dialog.form.editor("zoom").set_value(150)
    assert desk.theme.zoom == 100
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()
    assert desk.theme.zoom == 150


def test_backup_button_backs_up_at_once(dialog):
    dialog.backup_button.click()
    assert dialog.backups == [1]
    dialog.close()


def test_recovery_code_is_changed_from_here(dialog):
    dialog.code_button.click()
    opened(RenewCodeDialog).close()
    dialog.close()


def test_facts_changed_elsewhere_are_shown_next_time(desk, services, dialog):
    dialog.close()
    services.settings.save_hall(replace(services.settings.hall(), hours="全天"))
    again = SettingsDialog(desk, lambda: None)
    assert again.form.value("hours") == "全天"
    again.deleteLater()


@pytest.fixture
def password(desk):
    dialog = PasswordDialog(desk)
    dialog.open()
    return dialog


def fill(dialog, old, new, repeated=None):
    dialog.form.load(old=old, password=new, repeated=new if repeated is None else repeated)


def test_password_is_changed_and_told(password, ask, services, monkeypatch, qtbot):
    calls = []
    monkeypatch.setattr(own_password, "change_password", lambda *args: calls.append(args))
    ask.expect("tell")
    fill(password, PASSWORD, "guiding-2026")
    with qtbot.waitSignal(password.saved):
        password.accept()
    assert calls == [(services.context, PASSWORD, "guiding-2026")]


def test_wrong_old_password_is_said_beside_it(password, monkeypatch):
    def refuse(*_):
        raise WrongPasswordError("原密码不对，请重新输入。")

    monkeypatch.setattr(own_password, "change_password", refuse)
    fill(password, "not-it", "guiding-2026")
    password.accept()
    assert "原密码不对" in password.form.field("old").error
    password.close()


@pytest.mark.parametrize(("new", "repeated"), [("short", "short"), ("guiding-2026", "other")])
def test_bad_new_password_is_refused(password, new, repeated):
    fill(password, PASSWORD, new, repeated)
    password.accept()
    assert password.form.field("password").error
    password.close()


def test_half_typed_password_is_dropped_without_a_question(password, assert_freed):
    password.form.editor("old").setText("x")
    password.reject()
    assert_freed(password)


def test_what_a_new_password_must_be_is_said_before_it_is_refused(desk, show):
    dialog = show(PasswordDialog(desk))
    field = dialog.form.field("password")

    def said():
        return [label.text() for label in field.findChildren(QLabel) if not label.isHidden()]

    assert any("至少 8 个字符" in words for words in said())
    dialog.form.editor("password").setText("guiding-2026-hall")
    assert any("可以用" in words for words in said())
