"""What a kind of card needs, and whose picture it would lack."""

import pytest
from support.cards import GRID, make_card

from linli.domain.boards import MissingPhoto
from linli.domain.card_fields import absent
from linli.domain.pairings import Helper
from linli.domain.templates.photos import missing_photos
from linli.domain.templates.reading import parse_template
from linli.domain.templates.strict import TemplateError
from linli.domain.templates.writing import template_object

BOX = {"x": 5, "w": 20, "y": 5, "h": 20}


def template(*elements, **head):
    return parse_template(
        {
            "id": "probe", "title": "试卡", "sizes": ["90x54"],
            "colours": {"ink": "#000000"}, "styles": {}, **head, "front": list(elements),
        },
        "试卡",
    )  # fmt: skip


def photo_list(items):
    inner = {"type": "image", "source": "item.photo", "x": 0, "w": 5, "y": 0, "h": 5}
    return {"type": "list", "items": items, "cell_h": 10, **BOX, "elements": [inner]}


def test_needs_are_read_and_written():
    needs = template(needs=["helpers", "place"])
    assert needs.kind.needs == ("helpers", "place")
    assert template_object(needs)["needs"] == ["helpers", "place"]


@pytest.mark.parametrize("name", ["board", "staff_post", "colour"])
def test_what_this_source_does_not_have_cannot_be_needed(name):
    with pytest.raises(TemplateError, match=f"needs 里的“{name}”"):
        template(needs=[name])


def test_the_first_that_is_absent_is_named_as_the_clerk_calls_it():
    facts = make_card().facts
    assert absent(facts, ()) is None
    assert absent(facts, ("holder", "officers")) is None
    assert absent(facts, ("holder", "helpers", "landlord")) == "结对党员"
    assert absent(facts, ("landlord", "helpers")) == "房主姓名"


def test_only_pictures_that_are_shown_are_missed():
    card = make_card(helpers=(Helper(name="赵强"), Helper(name="周海", photo="x")))
    text = {"type": "text", "text": "{helper_name}", "size": 9, **BOX}
    assert missing_photos([card], template(text)) == ()
    shown = {"type": "image", "source": "helper_photo", **BOX}
    lone = MissingPhoto(name="赵强", where="结对党员")
    assert missing_photos([card, card], template(shown)) == (lone,)
    assert missing_photos([card], template(photo_list("helpers"))) == (lone,)
    assert missing_photos([make_card()], template(shown)) == ()


def test_officers_are_missed_under_their_grid_and_post():
    said = missing_photos([make_card()], template(photo_list("officers")))
    assert [(one.name, one.where) for one in said] == [
        ("王建国", "第一网格 网格长"),
        ("阿依古丽·买买提", "第一网格 网格联络员"),
        ("李卫民", "第一网格 社区民警"),
    ]
    worker = {"type": "image", "source": "worker_photo", **BOX}
    assert missing_photos([make_card()], template(worker)) == (said[1],)
    assert missing_photos([make_card(grid=None)], template(worker)) == ()
    assert GRID.officers[0].photo is None
