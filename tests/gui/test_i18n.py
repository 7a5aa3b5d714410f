import ast
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel

import linli.gui
from linli.gui.grid_form import GridForm
from linli.gui.i18n import install_translations, tr
from linli.gui.settings_dialog import PasswordDialog, SettingsDialog

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile(r"[\u4e00-\u9fff]")
# Their sentences are those of `UserError`, which are Chinese on every floor.
SPEAK_IN_ERRORS = {"printer.py", "single_instance.py", "title_band.py"}


@pytest.fixture(scope="module")
def catalogue():
    sys.path.insert(0, str(ROOT / "installer"))
    try:
        import catalogue
    finally:
        sys.path.pop(0)
    return catalogue


def test_every_text_is_translated_and_none_is_left_over(catalogue):
    assert sorted(catalogue.translations()) == catalogue.texts(), "run installer/tasks.py i18n"


def test_placeholders_and_mnemonics_are_the_same_in_both_languages(catalogue):
    for source, words in catalogue.translations().items():
        fields = [Counter(re.findall(r"\{\w+\}", text)) for text in (source, words)]
        assert fields[0] == fields[1], source
        assert source.count("&") == words.count("&"), source


def test_file_kinds_are_not_translated_away(catalogue):
    for source, words in catalogue.translations().items():
        patterns = [re.findall(r"\*\.\w+", text) for text in (source, words)]
        assert patterns[0] == patterns[1], source


def literals(path):
    """Chinese texts of a module that are neither docstrings nor given to `tr` or `mark`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    fine = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            fine.add(id(node.value))
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if is_call and node.func.id in {"tr", "mark"}:
            fine.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and HAN.search(text) and id(node) not in fine:
            yield text


def test_no_chinese_text_of_the_window_escapes_translation():
    modules = [
        p for p in Path(linli.gui.__path__[0]).rglob("*.py") if p.name not in SPEAK_IN_ERRORS
    ]
    assert len(modules) > 40
    assert {path.name: list(literals(path)) for path in modules if list(literals(path))} == {}


@pytest.mark.usefixtures("theme")
def test_standard_buttons_speak_chinese():
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert HAN.search(box.button(QDialogButtonBox.StandardButton.Cancel).text())


@pytest.fixture
def english(qapp, catalogue, tmp_path):
    catalogue.release(tmp_path / "linli_en.qm")
    translators = install_translations(qapp, "en", tmp_path)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
    for translator in install_translations(qapp):
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("english")
def test_catalogue_is_loaded():
    assert tr("保存(&S)") == "&Save"
    assert tr("不在目录里") == "不在目录里"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("kind", [SettingsDialog, PasswordDialog, GridForm])
def test_dialogs_speak_english(desk, kind):
    arguments = {SettingsDialog: (lambda: None,), PasswordDialog: (), GridForm: (None,)}[kind]
    dialog = kind(desk, *arguments)
    dialog.open()
    shown = [w.text() for w in dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton)]
    data = {"网格长", "网格联络员", "社区民警"}  # posts are named by the domain
    assert [text for text in shown if HAN.search(text) and text not in data] == []
    dialog.form.modified = False
    dialog.close()
