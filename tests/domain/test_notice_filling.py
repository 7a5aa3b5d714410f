"""Filling notices: places, optional parts, lists, recipients, what is still missing."""

import json
from dataclasses import replace
from datetime import date

import pytest
from support.notice_drafts import FACTS, ISSUER, LI, ZHANG, complete
from support.people import make_id

from linli.domain.erasures import ERASED
from linli.domain.notice_composing import (
    composed,
    frozen_of,
    goes_to_each,
    unprintable,
)
from linli.domain.notice_filling import filled, title_of, troubles
from linli.domain.notice_frozen import thaw, without_recipients
from linli.domain.notice_json import draft_text, read_draft
from linli.domain.notice_markup import parse_text
from linli.domain.notice_paper import (
    CutLine,
    FormLine,
    Heading,
    Layout,
    Paragraph,
    Table,
    TickLine,
    block_texts,
)
from linli.domain.notice_paper_rules import notice_problems
from linli.domain.notice_shipped import load_notice_templates
from linli.domain.registers import Register

DAY = date(2026, 11, 23)
KINDS = [template.id for template in load_notice_templates()]


def body(draft, recipient=None):
    notice = filled(draft, FACTS, issued_on=DAY, recipient=recipient)
    return ["".join(block_texts(block)) for block in notice.blocks]


def with_text(draft, text):
    return replace(draft, template=replace(draft.template, text=text))


def messages(draft, facts=FACTS):
    return [(each.field, each.message) for each in troubles(draft, facts)]


def test_a_meeting_is_told_as_it_stands_on_paper():
    draft = complete("meeting", 会议名称="第三网格居民议事会", 会议地点="二楼会议室")
    notice = filled(draft, FACTS, number="西社通〔2026〕1号", issued_on=DAY)
    assert notice.title == "关于召开第三网格居民议事会的通知"
    assert notice.addressees == "各位居民"
    assert notice.number == "西社通〔2026〕1号"
    assert notice.signature.issuers == (ISSUER,)
    assert notice.signature.date == DAY
    assert "一、会议时间：2026年11月25日（星期三）14:30。" in body(draft)
    assert body(draft).index("1. 第一项") < body(draft).index("2. 第二项")
    assert messages(draft) == []
    assert notice_problems(notice) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_every_complete_kind_can_be_printed(kind):
    draft = complete(kind, ZHANG)
    assert messages(draft) == []
    notice = filled(draft, FACTS, issued_on=DAY, recipient=ZHANG)
    assert notice_problems(notice) == () or draft.template.audience == "sheet"
    assert not any("{" in text or "[" in text for _, text in notice.texts())


def test_what_is_optional_goes_with_its_sentence():
    draft = complete("outage", 实施单位="")
    assert not any("实施单位" in line for line in body(draft))
    assert any(
        "实施单位：县供水公司" in line for line in body(complete("outage", 实施单位="县供水公司"))
    )
    plain = with_text(complete("plain"), "[电话：{服务热线}。][见〔附〕]")
    assert body(plain) == ["电话：0994-4820001。[见〔附〕]"]
    assert (
        "".join(
            text for block in filled(plain, {}, issued_on=DAY).blocks for text in block_texts(block)
        )
        == "[见〔附〕]"
    )


def test_missing_fields_are_told_each_beside_its_own():
    draft = complete("meeting", 会议地点="", 会议日期="哪天")
    assert [field for field, _ in messages(draft)] == ["会议日期", "会议地点"]
    assert ("issuer", "没有选发文单位，请选择。") in messages(replace(draft, issuer=""))


def test_a_fact_that_the_records_lack_is_told_with_where_to_enter_it():
    draft = with_text(complete("plain"), "电话：{服务热线}，{网格长}，{站点电话}。")
    said = dict.fromkeys(message for _, message in messages(draft, {}))
    assert list(said) == [
        "正文要用到服务热线，请在设置的大厅信息里填写。",
        "正文要用到网格长，请选择网格，或在网格里登记。",
        "正文要用到站点电话，请选择站点，或在站点里登记。",
    ]


def test_a_place_that_nobody_knows_is_refused():
    draft = with_text(complete("plain"), "请{某人}来。")
    assert "正文里的“{某人}”没有这一项" in messages(draft)[0][1]


def test_each_household_gets_its_own_and_what_it_lacks_is_told_with_its_name():
    draft = complete("visit", ZHANG, LI)
    assert goes_to_each(draft)
    papers = composed(draft, FACTS, number="", day=DAY)
    assert [block_texts(paper.blocks[0])[0] for paper in papers] == [
        "户主：张建国　　地址：西河小区3号楼2单元501室",
        "户主：李秀英　　地址：西河小区3号楼2单元502室",
    ]
    assert papers[0].keep == ("张建国",)
    assert composed(draft, FACTS, number="", day=DAY, only=1) == (papers[1],)
    homeless = replace(LI, place="", facts={**LI.facts, "地址": ""})
    (trouble,) = troubles(complete("visit", ZHANG, homeless), FACTS)
    assert (trouble.whose, trouble.field) == ("李秀英", "recipients")
    assert trouble.message == "「李秀英」没有地址，请先补上，或去掉这一份。"
    assert messages(complete("visit")) == [("recipients", "还没有选发给谁，请先选出各户或各人。")]


def test_too_many_recipients_are_refused():
    found = messages(complete("letter", *[ZHANG] * 501))
    assert found == [("recipients", "选了 501 份，一次最多 500 份，请按网格或楼栋分几次。")]


def test_what_hangs_on_a_wall_masks_names_and_refuses_identity_numbers():
    draft = with_text(complete("publicity", ZHANG, LI, 公示内容="名单"), "{名单}\n{公示内容}")
    assert not goes_to_each(draft)
    assert body(draft) == ["张**", "李**", "名单"]
    number = make_id()
    (field, message), *_ = messages(complete("publicity", 公示内容=f"张某 {number}"))
    assert field == "公示内容"
    assert "完整的身份证号" in message
    assert number not in message
    assert messages(complete("plain", 正文内容=f"张某 {number}")) == []


def test_a_list_inside_a_sentence_is_joined():
    draft = with_text(complete("meeting"), "议题：{会议内容}。")
    assert body(draft) == ["议题：第一项、第二项。"]


def test_a_sheet_to_sign_has_a_line_for_each_building_by_building():
    other = replace(LI, building="西河小区4号楼", place="西河小区4号楼1单元101室")
    draft = complete("signing", ZHANG, LI, other, 物品="慰问品", 说明="凭证领取。")
    sheet = composed(draft, FACTS, number="", day=DAY)
    assert isinstance(sheet, Register)
    assert sheet.title == "慰问品签领表"
    assert "凭证领取。" in sheet.subtitle
    assert [(group.heading, len(group.rows)) for group in sheet.groups] == [
        ("西河小区3号楼　2 份", 2),
        ("西河小区4号楼　1 份", 1),
    ]
    assert [column.title for column in sheet.columns][3] == "数量"
    left = thaw(without_recipients(frozen_of(draft, sheet), [(1, "李秀英")]))
    assert [row[2] for group in left.groups for row in group.rows] == ["张建国", ERASED]


def test_a_frozen_notice_is_the_same_again_and_forgets_who_is_erased():
    draft = complete("visit", ZHANG, LI)
    papers = composed(draft, FACTS, number="", day=DAY)
    text = frozen_of(draft, papers)
    assert thaw(text) == papers
    left = without_recipients(text, [(0, "张建国")])
    assert "张建国" not in left
    assert thaw(left) == papers[1:]


def test_a_draft_survives_the_ledger():
    draft = replace(
        complete("meeting", ZHANG),
        station_id=3,
        signed_on=DAY,
        urgency="特急",
        signers=("王建国",),
        copies_numbered=True,
    )
    assert read_draft(draft_text(draft), [ZHANG]) == draft


def test_a_draft_that_was_kept_before_there_were_signers_is_read():
    raw = json.loads(draft_text(complete("meeting")))
    old = {name: raw[name] for name in ("template", "issuer", "values", "station_id", "signed_on")}
    assert read_draft(json.dumps(old)) == complete("meeting")


def test_people_who_are_named_stay_whole():
    draft = complete("reception", ZHANG, 接待人="马强、古丽·买买提")
    facts = {**FACTS, "网格长": "王建国"}
    notice = filled(draft, facts, issued_on=DAY, recipient=ZHANG, names=("艾力",))
    assert notice.keep == ("张建国", "王建国", "马强", "古丽·买买提", "艾力")


def test_a_name_is_written_in_one_line():
    draft = complete("reception", 接待人="马强\n王芳")
    assert [field for field, _ in messages(draft, {**FACTS, "网格长": "王建国"})] == ["接待人"]


def headed(layout, *recipients):
    draft = complete("meeting", *recipients)
    return replace(
        draft,
        template=replace(draft.template, layout=layout, addressee="各单位"),
        urgency="加急",
        signers=("王建国",),
        copies_numbered=True,
    )


def test_each_copy_with_a_red_head_has_its_own_number():
    papers = composed(headed(Layout.OFFICIAL, ZHANG, LI), FACTS, number="甲〔2026〕1号", day=DAY)
    assert [paper.copy_number for paper in papers] == ["000001", "000002"]
    assert {(paper.urgency, paper.signers) for paper in papers} == {("加急", ("王建国",))}
    (second,) = composed(
        headed(Layout.OFFICIAL, ZHANG, LI), FACTS, number="甲〔2026〕1号", day=DAY, only=1
    )
    assert second == papers[1]
    assert notice_problems(second) == ()


@pytest.mark.parametrize(
    ("layout", "said"),
    [(Layout.LETTER, ("000001", "加急", ())), (Layout.POSTED, ("", "", ()))],
)
def test_what_a_layout_has_no_place_for_is_not_printed(layout, said):
    (paper,) = composed(headed(layout), FACTS, number="甲〔2026〕1号", day=DAY)
    assert (paper.copy_number, paper.urgency, paper.signers) == said
    assert notice_problems(paper) == ()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"copy_number": "12"}, "copy_number"),
        ({"urgency": "平急"}, "urgency"),
        ({"signers": ("王建国", " ")}, "signers"),
        ({"signers": ("阿" * 19,)}, "signers"),
        ({"layout": Layout.LETTER, "signers": ("王建国",)}, "signers"),
    ],
)
def test_a_head_that_is_none_is_refused(wrong, field):
    notice = filled(headed(Layout.OFFICIAL), FACTS, number="甲〔2026〕1号", issued_on=DAY)
    assert [found.field for found in notice_problems(replace(notice, **wrong))] == [field]


def test_the_title_for_the_register_names_no_recipient():
    draft = complete("visit", ZHANG)
    named = replace(draft, template=replace(draft.template, heading="致{户主}"))
    assert title_of(named, FACTS) == "致某户主"


def test_characters_that_no_font_draws_are_told_beside_their_field():
    draft = complete("meeting", ZHANG, 会议地点="\ue000室")
    found = unprintable(draft, FACTS, {"\ue000室": "\ue000"})
    assert [(each.field, "U+E000" in each.message) for each in found] == [("会议地点", True)]
    rare = replace(ZHANG, name="张\ue001")
    (trouble,) = unprintable(complete("letter", rare), FACTS, {"张\ue001": "\ue001"})
    assert (trouble.field, trouble.whose) == ("recipients", "张\ue001")


def test_plain_text_becomes_headings_boxes_lines_tables_and_annexes():
    blocks, annexes = parse_text(
        "说明。\n一、时间：上午。\n（二）地点\n1. 第一\n（1）带上证件，提前到场，"
        "不要迟到，手机静音，谢谢配合工作。\n"
        "□ 身份证\n☑ 户口簿\n签名：______ 日期：____\n| 序号 | 内容 |\n| 1 | |\n| | | ×2\n"
        "----沿此线剪下----\n\n附件：名单\n甲\n附件2：另附"
    )
    assert blocks == (
        Paragraph(text="说明。"),
        Heading(level=1, text="一、时间：", run_in="上午。", numbered=False),
        Heading(level=2, text="（二）地点", numbered=False),
        Heading(level=3, text="1. 第一", numbered=False),
        Paragraph(text="（1）带上证件，提前到场，不要迟到，手机静音，谢谢配合工作。"),
        TickLine(text="身份证"),
        TickLine(text="户口簿", ticked=True),
        blocks[7],
        blocks[8],
        CutLine(text="沿此线剪下"),
    )
    assert isinstance(blocks[7], FormLine)
    assert [field.label for field in blocks[7].fields] == ["签名", "日期"]
    assert isinstance(blocks[8], Table)
    assert blocks[8].rows == (("1", ""), ("", ""), ("", ""))
    assert [(annex.title, len(annex.blocks)) for annex in annexes] == [("名单", 1), ("另附", 0)]


def test_official_paper_needs_whom_it_addresses():
    draft = complete("publicity")
    official = replace(draft, template=replace(draft.template, layout=Layout.OFFICIAL))
    assert [field for field, _ in messages(official)] == ["addressee"]
