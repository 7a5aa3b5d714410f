import json
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from support.cards import page_texts, position_of
from support.templates import NAME, make_template
from support.window import settle

from linli.domain.cards import CardSource
from linli.domain.changes import Kind
from linli.domain.paper import A4, BUSINESS, ID_1, PaperSetup, Side, single_sheet
from linli.domain.staff import StaffDraft
from linli.domain.templates.elements import ImageElement
from linli.domain.templates.shipped import load_templates
from linli.domain.templates.strict import TemplateError
from linli.domain.templates.writing import template_text
from linli.errors import ConflictError, InvalidInput, NotFoundError, StorageProblem, UserError
from linli.services.templates import LARGEST_FILE
from linli.storage import templates as stored_templates
from linli.storage.templates import StoredTemplate

BUSINESS_PAGE = PaperSetup(sheet=single_sheet(BUSINESS))


@pytest.fixture
def service(services):
    return services.templates


@pytest.fixture
def own(service):
    """A copy of the resident's card, and its id."""
    kind_id, _ = service.duplicate("resident", "本社区联系卡")
    return service.draft(kind_id)


def put(services, kind_id, content, title="坏模板"):
    """Keep a template as another version of the program, or damage, would leave it."""
    kept = StoredTemplate(id=kind_id, title=title, content=content)
    with services.context.writing("试") as work:
        stored_templates.save_template(work.connection, kept)


def png(colour="red", size=(30, 20)):
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()


def with_element(template, element):
    sides = {**template.sides, Side.FRONT: (*template.sides[Side.FRONT], element)}
    return replace(template, sides=sides)


def test_copy_of_a_shipped_template_is_offered_after_the_shipped_ones(service):
    kind_id, changes = service.duplicate("resident", " 本社区联系卡 ")
    assert changes.kinds == {Kind.TEMPLATES}
    *shipped, copy = service.list_all()
    assert tuple(shipped) == load_templates()
    assert service.kinds() == (*(template.kind for template in shipped), copy.kind)
    assert (copy.kind.id, copy.kind.title, copy.kind.own) == (kind_id, "本社区联系卡", True)
    assert copy.sides == service.get("resident").sides


def test_ids_are_never_those_of_shipped_or_removed_templates(service):
    first, _ = service.duplicate("resident", "甲")
    service.remove(first)
    second, _ = service.duplicate("resident", "乙")
    assert first != second
    assert {first, second}.isdisjoint(t.kind.id for t in load_templates())
    assert first.startswith("own-")


def test_undo_brings_a_removed_template_back(services, own):
    services.templates.remove(own.kind.id)
    services.history.undo()
    assert services.templates.get(own.kind.id) == own


@pytest.mark.parametrize("title", ["", "  ", "居民联系卡", "本社区联系卡", "卡" * 31])
def test_title_must_be_there_short_and_free(service, own, title):
    other, _ = service.duplicate("resident", "另一张")
    for refused in (
        lambda: service.duplicate("resident", title),
        lambda: service.new(CardSource.HOME, BUSINESS, title, two_sided=False),
        lambda: service.rename(other, title),
    ):
        with pytest.raises(InvalidInput, match=r"名称|已经有"):
            refused()
    assert service.get(other).kind.title == "另一张"


def test_renamed_template_may_keep_its_title(service, own):
    service.rename(own.kind.id, own.kind.title)
    service.rename(own.kind.id, "新名")
    assert service.get(own.kind.id).kind.title == "新名"


def test_shipped_template_cannot_be_changed_or_removed(service):
    shipped = service.get("resident")
    for refused in (
        lambda: service.remove("resident"),
        lambda: service.rename("resident", "新名"),
        lambda: service.draft("resident"),
        lambda: service.save(shipped, shipped),
    ):
        with pytest.raises(UserError):
            refused()
    assert service.get("resident") == shipped


@pytest.mark.parametrize("source", CardSource)
def test_new_template_is_empty_and_can_be_printed(service, source):
    kind_id, _ = service.new(source, A4, "新模板", two_sided=True)
    template = service.get(kind_id)
    assert template.kind.source is source
    assert template.sides == {Side.FRONT: (), Side.BACK: ()}
    assert service.preview(template, service.sample(source)).pages == 2


def test_saved_template_is_the_one_that_is_printed(services, own):
    cast = settle(services)
    words = replace(NAME, text="西河欢迎您", x=6, right=None, w=40, y=40, h=6)
    services.templates.save(with_element(own, words), own)
    batch = services.cards.prepare([cast.head], own.kind.id)
    printed = services.cards.preview(batch, BUSINESS_PAGE)
    assert "西河欢迎您" in page_texts(printed.content)[0]


def test_template_with_a_problem_is_not_saved(service, own):
    bad = with_element(own, replace(NAME, x=1))
    assert [p.side for p in service.problems(bad)] == [Side.FRONT]
    with pytest.raises(TemplateError, match="安全区"):
        service.save(bad, own)
    assert service.get(own.kind.id) == own


def test_template_changed_elsewhere_is_not_overwritten(service, own):
    theirs = with_element(own, NAME)
    service.save(theirs, own)
    with pytest.raises(ConflictError, match="别处改过"):
        service.save(with_element(own, replace(NAME, y=30)), own)
    assert service.get(own.kind.id) == theirs


def test_work_on_a_template_changed_elsewhere_is_kept_beside_it(service, own):
    service.save(with_element(own, NAME), own)
    mine = with_element(own, replace(NAME, y=30))
    kind_id, _ = service.save_as_new(mine)
    kept = service.get(kind_id)
    assert kept.kind.title == f"{own.kind.title}（2）"
    assert kept.sides == mine.sides
    assert service.get(own.kind.id) == with_element(own, NAME)


def test_what_breaks_a_rule_is_not_kept_beside_either(service, own):
    with pytest.raises(TemplateError, match="安全区"):
        service.save_as_new(with_element(own, replace(NAME, x=0)))


def test_template_removed_elsewhere_is_not_brought_back(service, own):
    service.remove(own.kind.id)
    with pytest.raises(NotFoundError):
        service.save(own, own)


def test_cards_in_use_are_counted_and_keep_their_records(services, own):
    cast = settle(services)
    batch = services.cards.prepare([cast.head, cast.alone], own.kind.id)
    services.cards.issue(batch, BUSINESS_PAGE)
    assert services.templates.cards_out(own.kind.id) == 2
    services.templates.remove(own.kind.id)
    (card,) = services.cards.issued_to(cast.head)
    assert card.kind_title == "本社区联系卡"
    assert not card.outdated


BROKEN = {
    "no json": ("{", False),
    "not a template": ("[]", False),
    "key of a newer program": (
        json.dumps({**json.loads(template_text(make_template())), "shadow": 1}),
        False,
    ),
    "field that is gone": (template_text(make_template(replace(NAME, text="{gone}"))), True),
    "outside the safe area": (template_text(make_template(replace(NAME, x=0))), True),
}


@pytest.mark.parametrize(("content", "can_be_opened"), BROKEN.values(), ids=BROKEN.keys())
def test_broken_template_leaves_the_others_usable_and_is_told(
    services, own, content, can_be_opened
):
    put(services, "own-9", content)
    service = services.templates
    assert service.list_all() == (*load_templates(), own)
    (broken,) = service.broken()
    assert (broken.id, broken.title, broken.can_be_opened) == ("own-9", "坏模板", can_be_opened)
    assert broken.message.startswith("卡片模板“坏模板”")
    service.remove("own-9")
    assert service.broken() == ()


def test_broken_template_is_put_right_in_the_editor(services):
    put(services, "own-9", BROKEN["outside the safe area"][0])
    draft = services.templates.draft("own-9")
    sound = replace(draft, sides={Side.FRONT: (NAME,)})
    services.templates.save(sound, draft)
    assert services.templates.broken() == ()
    assert services.templates.get("own-9") == sound


def with_picture(services, own):
    digest = services.settings.add_photo(png())
    element = ImageElement(source=f"photo:{digest}", x=5, w=9, y=40, h=6)
    services.templates.save(with_element(own, element), own)
    return digest


def test_template_goes_to_another_ledger_as_one_file(services, own, tmp_path):
    digest = with_picture(services, own)
    path = tmp_path / "模板.json"
    services.templates.export_file(own.kind.id, path)
    services.templates.remove(own.kind.id)
    kind_id, _ = services.templates.import_file(path)
    there = services.templates.get(kind_id)
    assert there.kind.title == "本社区联系卡"
    (picture,) = there.own_pictures()
    with Image.open(BytesIO(services.settings.photo(picture))) as image:
        assert image.getpixel((3, 3))[:3] == (255, 0, 0)
    assert there.kind.id != own.kind.id
    assert digest in path.read_text("utf-8")
    printed = services.templates.preview(there, services.templates.sample(CardSource.HOME))
    assert printed.pages == 2


def test_import_never_overwrites(service, own, tmp_path):
    path = tmp_path / "模板.json"
    service.export_file(own.kind.id, path)
    ids = [service.import_file(path)[0] for _ in range(2)]
    titles = [service.get(kind_id).kind.title for kind_id in ids]
    assert titles == ["本社区联系卡（2）", "本社区联系卡（3）"]
    assert service.get(own.kind.id) == own


def test_shipped_template_can_be_exported_and_comes_back_as_an_own_one(service, tmp_path):
    path = tmp_path / "模板.json"
    service.export_file("household", path)
    kind_id, _ = service.import_file(path)
    assert service.get(kind_id).sides == service.get("household").sides
    assert service.get(kind_id).kind.own


def edited(path, change):
    raw = json.loads(path.read_text("utf-8"))
    change(raw)
    path.write_text(json.dumps(raw), "utf-8")


HOSTILE = {
    "no text": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "too large": lambda path: path.write_bytes(b" " * (LARGEST_FILE + 1)),
    "picture that is none": lambda path: edited(
        path, lambda raw: raw["pictures"].update(dict.fromkeys(raw["pictures"], "AAAA"))
    ),
    "unknown field": lambda path: edited(
        path, lambda raw: raw["template"]["front"][1].update(text="{passport}")
    ),
    "a million columns": lambda path: edited(
        path, lambda raw: raw["template"]["back"][-6].update(columns=10**6)
    ),
    "number beyond measure": lambda path: path.write_text(
        path.read_text("utf-8").replace('"x": 5.0', '"x": 1e999'), "utf-8"
    ),
}


@pytest.mark.parametrize("spoil", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_file_is_refused_with_a_sentence_and_adds_nothing(services, own, tmp_path, spoil):
    with_picture(services, own)
    path = tmp_path / "模板.json"
    services.templates.export_file(own.kind.id, path)
    before = services.templates.list_all()
    spoil(path)
    with pytest.raises(UserError, match=r"。$"):
        services.templates.import_file(path)
    assert services.templates.list_all() == before


def test_file_that_is_not_there_is_told(service, tmp_path):
    with pytest.raises(StorageProblem):
        service.import_file(tmp_path / "没有.json")


def test_preview_shows_an_unsaved_change_with_a_residents_facts(services, own):
    cast = settle(services)
    card = services.templates.card_of(cast.head, own.kind)
    assert card.facts.holder == "张建国"
    words = replace(NAME, text="{holder}家", size=8, x=50, right=None, w=20, y=38, h=4)
    printed = services.templates.preview(with_element(own, words), card, ID_1)
    ((left, _),) = position_of(printed.content, 0, "张建国家")
    assert left == pytest.approx(50, abs=0.6)


def test_preview_of_an_unfinished_template_leaves_out_what_cannot_be_drawn(services, own):
    lost = ImageElement(source="photo:" + "0" * 64, x=5, w=9, y=40, h=6)
    unknown = replace(NAME, text="{passport}")
    template = with_element(with_element(own, lost), unknown)
    assert services.templates.preview(template, services.templates.sample(CardSource.HOME)).pages
    messages = [problem.message for problem in services.templates.problems(template)]
    assert any("图片不在台账" in message for message in messages)


def test_preview_of_a_plate_shows_a_member_of_staff(services):
    staff, _ = services.staff.add(StaffDraft(name="刘敏", post="书记"))
    kind_id, _ = services.templates.new(CardSource.STAFF, A4, "我的台签", two_sided=False)
    draft = services.templates.draft(kind_id)
    card = services.templates.card_of(staff, draft.kind)
    printed = services.templates.preview(with_element(draft, NAME), card)
    assert page_texts(printed.content) == ["刘敏"]


def test_word_of_the_template_that_no_font_draws_is_a_problem(services, own):
    template = with_element(own, replace(NAME, x=6, y=40, h=6, text="a\ue123b{holder}"))
    (problem,) = services.templates.problems(template)
    assert "U+E123" in problem.message
    assert problem.path == (len(own.sides[Side.FRONT]),)


def test_who_gets_no_card_cannot_be_shown(services, own):
    with pytest.raises(UserError, match="另选一位"):
        services.templates.card_of(999, own.kind)


def test_sample_fills_every_field_but_those_of_the_hall(services):
    from linli.domain.card_fields import card_values, fields_of, lists_of

    for source in CardSource:
        values = card_values(services.templates.sample(source).facts)
        hall = {"hotline", "hours", "hall_address", "emblem"}
        empty = {name for name in fields_of(source) if not values.texts[name]}
        assert empty <= hall, source
        unfilled = {name for name in lists_of(source) if not values.lists[name]}
        assert unfilled <= {"other_numbers"}, source
