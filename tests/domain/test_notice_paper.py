"""Official notices: what is missing before printing, and notices as text."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from support.notices import FULL, OFFICIAL

from linli.domain.notice_paper import (
    Attachment,
    FormField,
    FormLine,
    Heading,
    Imprint,
    Layout,
    Paragraph,
    Seal,
    Table,
    TableColumn,
    block_texts,
    heading_texts,
)
from linli.domain.notice_paper_json import (
    DamagedNoticeError,
    notice_from_json,
    notice_to_json,
)
from linli.domain.notice_paper_rules import check_notice, notice_problems, number_problem
from linli.errors import InvalidInput


def fields_of(notice):
    return [problem.field for problem in notice_problems(notice)]


def signed(**changes):
    return replace(OFFICIAL, signature=replace(OFFICIAL.signature, **changes))


def test_a_complete_notice_has_no_problem():
    assert notice_problems(OFFICIAL) == ()
    assert notice_problems(FULL) == ()
    check_notice(FULL)


@pytest.mark.parametrize(
    ("notice", "field"),
    [
        (replace(OFFICIAL, title=" "), "title"),
        (replace(OFFICIAL, blocks=()), "blocks"),
        (replace(OFFICIAL, issuers=()), "issuers"),
        (replace(OFFICIAL, issuers=("西河社区", "")), "issuers"),
        (replace(OFFICIAL, number=""), "number"),
        (replace(OFFICIAL, number="西社通[2026]1号"), "number"),
        (replace(OFFICIAL, addressees=""), "addressees"),
        (replace(OFFICIAL, signature=None), "signature"),
        (signed(issuers=()), "signature.issuers"),
        (signed(date=None), "signature.date"),
        (signed(seal=Seal.NAME_STAMP), "signature.post"),
        (signed(seal=Seal.NAME_STAMP, post="主任", issuers=("甲", "乙")), "signature.seal"),
        (signed(diameter=60.0), "signature.diameter"),
        (signed(issuers=("木" * 27,)), "signature.issuers"),
        (
            replace(OFFICIAL, imprint=Imprint(printer="木" * 21, printed_on=date(2026, 1, 6))),
            "imprint",
        ),
        (
            replace(OFFICIAL, blocks=(FormLine(fields=(FormField(label="名" * 25),)),)),
            "blocks.0",
        ),
        (replace(OFFICIAL, blocks=(Paragraph(text=""),)), "blocks.0"),
        (replace(OFFICIAL, blocks=(Heading(level=5, text="五级"),)), "blocks.0"),
        (
            replace(OFFICIAL, blocks=(FormLine(fields=(FormField(label=""),)),)),
            "blocks.0",
        ),
        (replace(OFFICIAL, blocks=(Table(columns=(), rows=()),)), "blocks.0"),
        (
            replace(OFFICIAL, blocks=(Table(columns=(TableColumn(),), rows=(("1", "2"),)),)),
            "blocks.0",
        ),
        (replace(OFFICIAL, attachments=(Attachment(title=""),)), "attachments.0.title"),
        (
            replace(OFFICIAL, attachments=(Attachment(title="表", blocks=(Paragraph(text=""),)),)),
            "attachments.0.blocks.0",
        ),
        (replace(OFFICIAL, imprint=Imprint(printer="西河社区")), "imprint"),
        (replace(OFFICIAL, imprint=Imprint(printed_on=date(2026, 1, 6))), "imprint"),
    ],
)
def test_each_missing_part_is_named_by_its_field(notice, field):
    assert fields_of(notice) == [field]
    with pytest.raises(InvalidInput) as refused:
        check_notice(notice)
    assert refused.value.field == field


def test_a_posted_notice_needs_neither_number_nor_addressee():
    bare = replace(
        OFFICIAL, layout=Layout.POSTED, issuers=(), number="", addressees="", signature=None
    )
    assert fields_of(bare) == []


@pytest.mark.parametrize("number", ["西社通〔2026〕1号", "木政办发〔1999〕120号"])
def test_numbers_of_the_right_form_pass(number):
    assert number_problem(number) is None


@pytest.mark.parametrize(
    "number",
    [
        "西社通〔2026〕01号",
        "西社通〔2026〕第1号",
        "西社通〔26〕1号",
        "西社通(2026)1号",
        "西社通【2026】1号",
        "〔2026〕1号",
        "西社通〔2026〕1",
        "西社 通〔2026〕1号",
        "西社通〔2026〕一号",
    ],
)
def test_numbers_of_another_form_are_named(number):
    assert number in number_problem(number)


def test_texts_name_every_given_text_with_its_part():
    texts = FULL.texts()
    assert all(text for _, text in texts)
    said = {text for _, text in texts}
    for block in (*FULL.blocks, *(b for a in FULL.attachments for b in a.blocks)):
        assert said >= {text for text in block_texts(block) if text}
    assert ("主送", FULL.addressees) in texts
    assert ("页脚", FULL.printed) in texts
    assert ("抄送", FULL.imprint.copies_to) in texts


def test_a_notice_comes_back_from_its_text():
    assert notice_from_json(notice_to_json(FULL)) == FULL
    assert notice_from_json(notice_to_json(OFFICIAL)) == OFFICIAL
    assert notice_to_json(FULL) == notice_to_json(replace(FULL))


def test_what_a_text_does_not_say_has_its_usual_value():
    said = json.loads(notice_to_json(OFFICIAL))
    for field in fields(OFFICIAL):
        if field.name not in ("layout", "title", "blocks"):
            del said["notice"][field.name]
    read = notice_from_json(json.dumps(said))
    assert read == type(OFFICIAL)(
        layout=OFFICIAL.layout, title=OFFICIAL.title, blocks=OFFICIAL.blocks
    )


def _spoilt(change):
    said = json.loads(notice_to_json(FULL))
    change(said)
    return json.dumps(said)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"form":1,"notice":[]}',
        _spoilt(lambda said: said.update(form=2)),
        _spoilt(lambda said: said["notice"].update(unknown=1)),
        _spoilt(lambda said: said["notice"].update(title=None)),
        _spoilt(lambda said: said["notice"].update(layout="poster")),
        _spoilt(lambda said: said["notice"].update(blocks="正文")),
        _spoilt(lambda said: said["notice"]["blocks"][0].update(kind="video")),
        _spoilt(lambda said: said["notice"]["blocks"][0].update(level="1")),
        _spoilt(lambda said: said["notice"]["signature"].update(date="2026-02-30")),
    ],
)
def test_a_damaged_text_is_refused(text):
    with pytest.raises(DamagedNoticeError):
        notice_from_json(text)


def test_headings_are_numbered_by_their_place():
    levels = [1, 2, 2, 3, 3, 4, 1, 2, 3]
    blocks = [Heading(level=level, text="题") for level in levels]
    blocks.insert(1, Paragraph(text="正文"))
    blocks.insert(3, Heading(level=2, text="（甲）题", numbered=False))
    assert list(heading_texts(blocks)) == [
        "一、题", "", "（一）题", "（甲）题", "（二）题", "1.题", "2.题", "（1）题",
        "二、题", "（一）题", "1.题",
    ]  # fmt: skip
