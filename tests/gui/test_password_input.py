import pytest
from PySide6.QtWidgets import QLineEdit

from linli.gui.password_input import PasswordInput, password_advice, password_problem


@pytest.mark.parametrize(
    ("password", "repeated", "words"),
    [
        (None, None, "还差 8 个"),
        ("abcde", "abcde", "还差 3 个"),
        ("aaaaaaaa", "aaaaaaaa", "太容易猜到"),
        ("wangfang", "wangfang", "不能和账号一样"),
        ("guiding2026", "guiding2026", "现在只有 2 种"),
        ("guiding-2026", "guiding-2025", "不一样"),
    ],
)
def test_password_is_refused_with_the_reason(password, repeated, words):
    assert words in password_problem(password, repeated, "wangfang")


def test_good_password_is_taken():
    assert password_problem("guiding-2026", "guiding-2026", "wangfang") is None


@pytest.mark.parametrize(
    ("password", "words"),
    [
        (None, "至少 8 个"),
        ("12345678", "现在只有 1 种"),
        ("abcd-1234", "可以用"),
        ("一句自己记得住的话加2026", "可以用"),
    ],
)
def test_advice_follows_the_typing(password, words):
    assert words in password_advice(password)


def test_spaces_belong_to_a_password(qtbot):
    line = PasswordInput()
    qtbot.addWidget(line)
    line.setText(" secret ")
    assert line.value() == " secret "
    line.clear()
    assert line.value() is None


def test_the_eye_shows_and_hides(qtbot):
    line = PasswordInput()
    qtbot.addWidget(line)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    line.eye.click()
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    line.eye.click()
    assert line.echoMode() == QLineEdit.EchoMode.Password
