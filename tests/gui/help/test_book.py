"""What stands in the pages of the help is so: links, pictures, words of the window, menus, keys."""

import ast
import re
from pathlib import Path

import pytest

import linli
from linli.gui.actions import plain
from linli.gui.card_commands import CARD_MENU
from linli.gui.duty_commands import DUTY_MENU
from linli.gui.grid_commands import GRID_MENU
from linli.gui.help.book import INDEX, folder, help_book
from linli.gui.mediation_commands import MEDIATION_MENU
from linli.gui.register_commands import REGISTER_MENU
from linli.gui.safety_commands import SAFETY_MENU

PAGES = sorted(help_book().pages)
MENUS = {
    "登记": REGISTER_MENU,
    "网格": GRID_MENU,
    "调解": MEDIATION_MENU,
    "值班": DUTY_MENU,
    "卡片": CARD_MENU,
    "安全": SAFETY_MENU,
}
MOST_BYTES_OF_A_PICTURE = 80_000
MOST_BYTES = 2_000_000


def bare(words):
    return plain(words).rstrip("：")


def words_of_the_window():
    """Return every text that the window translates, without mnemonics."""
    package = Path(linli.__file__).parent
    calls = (
        node
        for path in (package / "gui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"tr", "mark"}
    )
    texts = (call.args[0] for call in calls if call.args)
    return {bare(text.value) for text in texts if isinstance(text, ast.Constant)}


WORDS = words_of_the_window()


def text_of(name):
    return help_book().pages[name].text


def test_every_page_stands_in_the_contents():
    files = {path.stem for path in folder().glob("*.md")}
    assert files == {name for name in PAGES if "/" not in name}


def test_texts_on_formats_are_reachable():
    formats = {f"../{path.stem}" for path in folder().parent.glob("*.md")}
    assert formats
    assert formats <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_page_has_a_title_and_something_to_read(name):
    page = help_book().pages[name]
    assert page.title
    assert page.lines


@pytest.mark.parametrize("name", [name for name in PAGES if "/" not in name])
def test_links_and_pictures_of_a_page_exist(name):
    for target in re.findall(r"\]\(([^)]+)\)", text_of(name)):
        assert (folder() / target).is_file(), target
        if target.endswith(".md"):
            assert target.removesuffix(".md") in PAGES


@pytest.mark.parametrize("name", [name for name in PAGES if "/" not in name])
def test_words_that_a_page_quotes_are_words_of_the_window(name):
    quoted = {bare(words) for words in re.findall(r"「([^」]+)」", text_of(name))}
    assert quoted - WORDS == set()


def test_menus_that_pages_name_have_those_items(main_window):
    items = {
        menu: {plain(line[0].text) for line in lines if line is not None}
        for menu, lines in MENUS.items()
    }
    items["菜单"] = {plain(each.text()) for each in main_window.commands.menu if each is not None}
    named = [
        (name, *found)
        for name in PAGES
        for found in re.findall(r"\*\*(\S+) › ([^*]+)\*\*", text_of(name))
    ]
    assert len(named) > len(MENUS)
    wrong = [each for each in named if each[2] not in items.get(each[1], ())]
    assert wrong == []


def test_page_of_keys_has_all_keys_of_the_window(main_window):
    commands = [*main_window.commands.menu, main_window.commands.find]
    keys = {each.shortcut().toString() for each in commands if each is not None} - {""}
    shown = set(re.findall(r"`([^`]+)`", text_of("keys")))
    assert keys - shown == set()


def test_pictures_are_small_and_each_is_shown():
    pictures = sorted((folder().parent / "pictures").glob("*.png"))
    shown = {found for name in PAGES for found in re.findall(r"/([\w-]+\.png)\)", text_of(name))}
    assert {path.name for path in pictures} == shown
    sizes = [path.stat().st_size for path in pictures]
    assert max(sizes) <= MOST_BYTES_OF_A_PICTURE
    assert sum(sizes) <= MOST_BYTES


def test_contents_come_in_groups():
    groups = help_book().groups
    assert groups[0].names[0] == "first-day"
    assert sum(len(group.names) for group in groups) == len(PAGES) - 1
    assert INDEX not in {name for group in groups for name in group.names}
