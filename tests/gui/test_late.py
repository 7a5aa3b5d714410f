import ast
from pathlib import Path

import pytest

import linli.gui
from linli.gui.late import Late

_GUI = Path(linli.gui.__file__).parent


def _places() -> list[tuple[str, str]]:
    """Every place that the window loads late, read from the sources."""
    found = set()
    for path in _GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Late":
                module, name = (ast.literal_eval(each) for each in node.args)
                found.add((module, name))
    return sorted(found)


def test_the_menus_load_their_dialogs_late():
    assert len(_places()) > 50


@pytest.mark.parametrize(("module", "name"), _places())
def test_what_is_loaded_late_is_there(module, name):
    assert callable(Late(module, name).load())


def test_a_late_function_takes_what_it_is_called_with():
    assert Late("actions", "plain")("居民(&R)…") == "居民"


def test_a_place_that_is_not_there_is_said_at_once():
    with pytest.raises(AttributeError):
        Late("actions", "nothing")()
    with pytest.raises(ImportError):
        Late("nowhere", "plain")()
