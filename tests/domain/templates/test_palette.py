from dataclasses import replace

from support.templates import NAME, OFFICERS, make_template

from linli.domain.paper import Side
from linli.domain.templates import palette
from linli.domain.templates.check import find_problems
from linli.domain.templates.elements import RectElement

CELL = replace(OFFICERS.elements[0], colour="accent")
TEMPLATE = make_template(
    RectElement(fill="tint", stroke="accent", x=5, w=10, y=5, h=10),
    NAME,
    replace(OFFICERS, elements=(CELL,)),
)


def test_colour_changed_once_is_changed_everywhere():
    found = palette.with_colour(TEMPLATE, "accent", "#ff0000")
    assert found.colour("accent") == "#ff0000"
    assert found.sides == TEMPLATE.sides


def test_more_colours_get_names_of_their_own():
    name = palette.free_colour_name(TEMPLATE)
    more = palette.with_colour(TEMPLATE, name, "#00ff00")
    assert palette.free_colour_name(more) not in more.colours
    assert list(find_problems(more)) == []


def test_colour_taken_out_stays_with_the_elements_that_use_it():
    found = palette.without_colour(TEMPLATE, "accent")
    rectangle, _, rows = found.sides[Side.FRONT]
    assert (rectangle.fill, rectangle.stroke) == ("tint", "#14508c")
    assert rows.elements[0].colour == "#14508c"
    assert list(find_problems(found)) == []


def test_used_colours_are_known_in_cells_too():
    assert palette.uses_colour(TEMPLATE, "accent")
    assert not palette.uses_colour(TEMPLATE, "paper")
    assert palette.colour_label("accent") == "主色"
    assert palette.colour_label("自选 1") == "自选 1"
