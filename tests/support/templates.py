"""Templates for tests: a small one by hand, and any at all for properties."""

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from linli.domain.card_fields import LISTS, fields_of, lists_of
from linli.domain.cards import CardSource
from linli.domain.faces import FontStyle
from linli.domain.paper import A4, A5, BUSINESS, ID_1, CardSize, Side
from linli.domain.templates.blank import PALETTE, blank_template
from linli.domain.templates.elements import (
    CardTemplate,
    ImageElement,
    LineElement,
    ListElement,
    QrElement,
    RectElement,
    TextElement,
)

NAME = TextElement(text="{holder}", size=20, min_size=8, x=5, right=30, y=6, h=10)
LABEL = TextElement(text="卡号 {number}", size=10, x=5, w=40, y=20, h=6)
CODE = QrElement(right=5, w=16, bottom=5, h=16)
OFFICERS = ListElement(
    items="officers",
    cell_h=6,
    x=5,
    right=5,
    y=10,
    h=20,
    elements=(TextElement(text="{item.name}", size=8, x=0, w=20, y=0, h=6),),
    more=TextElement(text="另有 {more} 人", size=8, x=0, right=0, y=0, h=6),
)


def make_template(*front, back=(), sizes=(BUSINESS, ID_1), source=CardSource.HOME, **kind):
    """Return a template with these elements; without any, name, telephone and code."""
    blank = blank_template(source, sizes[0], kind.pop("title", "试卡"), two_sided=bool(back))
    sides = {Side.FRONT: front or (NAME, LABEL, CODE)}
    if back:
        sides[Side.BACK] = tuple(back)
    known = replace(blank.kind, sizes=tuple(sizes), **{"id": "own-1", **kind})
    return replace(blank, kind=known, sides=sides)


_tenths = st.integers(0, 3000).map(lambda n: n / 10)
_points = st.integers(10, 200).map(lambda n: n / 2)


@st.composite
def places(draw):
    """A place on both axes, each said by two of three values."""
    found = {}
    for axis in (("x", "right", "w"), ("y", "bottom", "h")):
        for name in draw(st.permutations(axis))[:2]:
            found[name] = draw(_tenths)
    return found


def _with(cls, **values):
    return st.builds(
        lambda place, rest: cls(**place, **rest),
        places(),
        st.fixed_dictionaries({}, optional=values),
    )


def _text(fields):
    words = st.text("西河社区 电话：abc12·\n", max_size=8)
    chips = st.sampled_from([f"{{{name}}}" for name in fields] + ["{{", "}}"])
    text = st.lists(st.one_of(words, chips), min_size=1, max_size=4).map("".join)
    values = {
        "face": st.sampled_from(FontStyle),
        "bold": st.booleans(),
        "min_size": _points,
        "colour": st.sampled_from([*PALETTE, "#12ab34"]),
        "align": st.sampled_from(["left", "center", "right"]),
        "valign": st.sampled_from(["top", "middle", "bottom"]),
        "lines": st.integers(1, 9),
        "leading": st.integers(9, 20).map(lambda n: n / 10),
        "whole_parts": st.booleans(),
        "refuse_cut": st.booleans(),
        "when": st.lists(st.sampled_from(fields), max_size=2).map(tuple),
        "unless": st.lists(st.sampled_from(fields), max_size=2).map(tuple),
    }
    return st.builds(
        lambda place, said, size, rest: TextElement(text=said, size=size, **place, **rest),
        places(),
        text,
        _points,
        st.fixed_dictionaries({}, optional=values),
    )


@cache
def elements(source):
    """Elements of cards of a source; they may lie anywhere."""
    lists = [_list(items) for items in sorted(lists_of(source))]
    return st.one_of(*_plain(tuple(sorted(fields_of(source)))), *lists)


def _plain(fields):
    colour = st.sampled_from([*PALETTE, "#12ab34"])
    return (
        _text(fields),
        _with(RectElement, fill=colour, stroke=colour, line=_points, radius=_tenths),
        _with(LineElement, colour=colour, dash=st.lists(_points, max_size=3).map(tuple)),
        _with(QrElement, colour=colour),
        st.builds(
            lambda place, source, crop: ImageElement(source=source, crop=crop, **place),
            places(),
            st.sampled_from(["emblem", "photo:" + "a" * 64]),
            st.booleans(),
        ),
    )


def _list(items):
    row = tuple(f"item.{name}" for name in LISTS[items].columns)
    return st.builds(
        lambda place, parts, more, rest: ListElement(
            items=items, elements=tuple(parts), more=more, cell_h=5, **place, **rest
        ),
        places(),
        st.lists(st.one_of(*_plain(row)), max_size=2),
        st.none() | _text(("more",)),
        st.fixed_dictionaries(
            {}, optional={"columns": st.integers(1, 5), "gap_x": _tenths, "gap_y": _tenths}
        ),
    )


@cache
def _sides(source):
    return st.lists(elements(source), max_size=3).map(tuple)


@st.composite
def templates(draw) -> CardTemplate:
    """Templates of all sorts; they may break the linter's rules."""
    source = draw(st.sampled_from(CardSource))
    some = _sides(source)
    custom = st.tuples(_tenths, _tenths).map(lambda p: CardSize(width=p[0] + 10, height=p[1] + 10))
    sizes = draw(
        st.lists(
            st.one_of(st.sampled_from([BUSINESS, ID_1, A5, A4]), custom),
            min_size=1,
            max_size=3,
            unique=True,
        )
    )
    return make_template(
        *draw(some),
        back=draw(some),
        sizes=sizes,
        source=source,
        title=draw(st.text("卡片模板ab ", min_size=1, max_size=8)),
        by_household=draw(st.booleans()),
    )
