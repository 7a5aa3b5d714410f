import pytest

from linli.domain.card_fields import lists_of
from linli.domain.cards import CardSource
from linli.domain.paper import A3, BUSINESS, ID_1, CardSize
from linli.domain.templates import edit
from linli.domain.templates.blank import (
    NewElement,
    blank_template,
    list_of,
    new_element,
    offers,
    with_more,
)
from linli.domain.templates.check import find_problems
from linli.domain.templates.edit import Level

FRONT = Level()


@pytest.mark.parametrize("size", [BUSINESS, ID_1, A3, CardSize(width=63.5, height=38.1)])
@pytest.mark.parametrize("source", CardSource)
def test_every_new_element_can_be_saved_as_it_comes(source, size):
    for new in offers(source, inside=False):
        blank = blank_template(source, size, "新", two_sided=False)
        element = new_element(new, blank, (size.width, size.height))
        template, _ = edit.added(blank, FRONT, [element])
        assert [p.message for p in find_problems(template)] == [], new


@pytest.mark.parametrize("source", CardSource)
def test_every_new_element_of_a_cell_can_be_saved_as_it_comes(source):
    blank = blank_template(source, A3, "新", two_sided=False)
    rows = new_element(NewElement.LIST, blank, (A3.width, A3.height))
    for items in lists_of(source):
        with_list, _ = edit.added(blank, FRONT, [list_of(rows, items, 200, "ink")])
        level = Level(FRONT.side, 0)
        area = edit.area_at(with_list, level, A3)
        for new in offers(source, inside=True):
            element = new_element(new, with_list, (area.w, area.h), inside=items)
            template, _ = edit.added(with_list, level, [element])
            if new is not NewElement.CODE:  # a code needs more room than a line has
                assert [p.message for p in find_problems(template)] == [], (items, new)


def test_code_is_offered_only_where_cards_have_numbers():
    assert NewElement.CODE in offers(CardSource.HOME, inside=False)
    assert NewElement.CODE not in offers(CardSource.STAFF, inside=False)
    assert NewElement.LIST not in offers(CardSource.HOME, inside=True)


def test_line_for_the_rest_of_a_list_can_be_saved_as_it_comes():
    blank = blank_template(CardSource.HOME, BUSINESS, "新", two_sided=False)
    rows = new_element(NewElement.LIST, blank, (BUSINESS.width, BUSINESS.height))
    found = with_more(rows, "ink")
    template, _ = edit.added(blank, FRONT, [found])
    assert list(find_problems(template)) == []
    assert with_more(found, "accent") == found
