"""Kinds of notices: the shipped ones, what is refused, what a field takes."""

from dataclasses import replace

import pytest
from support.notice_drafts import complete

from linli.domain.notice_fields import FieldKind, NoticeField, field_problem, list_items, shown
from linli.domain.notice_shipped import kind_of, load_notice_templates, template_from_text
from linli.domain.notice_templates import (
    Audience,
    NoticeTemplate,
    check_template,
    forbidden_certificates,
    read_template,
    write_template,
)
from linli.domain.templates.strict import TemplateError
from linli.errors import NotFoundError

PLAIN = NoticeTemplate(
    id="own-1",
    title="自制",
    about="",
    heading="关于{事由}的通知",
    text="因{事由}，通知如下。",
    fields=(NoticeField(name="事由"),),
)


def field(**about):
    return NoticeField(**{"name": "某项"} | about)


def test_all_kinds_of_the_workshop_are_shipped():
    assert [template.title for template in load_notice_templates()] == [
        *("普通通知", "会议通知", "接待日通知", "停水停电通知", "致居民一封信"),
        *("公示", "走访单", "签领表", "一次性告知单"),
    ]


@pytest.mark.parametrize("template", load_notice_templates(), ids=lambda each: each.id)
def test_a_shipped_kind_keeps_the_rules_and_survives_its_file(template):
    assert check_template(template) == []
    assert read_template(write_template(template), "模板") == template
    assert template.about


def test_an_instruction_at_one_go_tells_what_the_rule_asks_for():
    kind = kind_of("一次性告知单", load_notice_templates())
    names = [each.name for each in kind.fields]
    assert {"办理依据", "办理条件", "办理程序", "办理期限", "所需材料"} <= set(names)
    assert all(kind.field(name).required for name in names)


def test_a_kind_is_found_by_id_or_title_and_an_unknown_one_names_all():
    known = load_notice_templates()
    assert kind_of("meeting", known) == kind_of("会议通知", known)
    with pytest.raises(NotFoundError, match=r"没有“证明”这种通知.*普通通知（plain）"):
        kind_of("证明", known)


def test_no_forbidden_certificate_is_offered():
    names, source = forbidden_certificates()
    assert len(set(names)) == 20
    assert "民发〔2020〕20号" in source
    for template in load_notice_templates():
        for name in names:
            assert name.removesuffix("证明") not in f"{template.title}{template.heading}"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": " "}, "没有填写名称"),
        ({"title": "长" * 31}, "名称有 31 个字，最多 30 个"),
        ({"heading": ""}, "没有填写标题"),
        ({"text": ""}, "没有填写正文"),
        ({"heading": "{时间}"}, "标题里的“{时间}”没有这一项"),
        ({"text": "因{事由，"}, "花括号"),
        ({"text": "没有用到", "heading": "通知"}, "填写项“事由”在标题、称呼和正文里都没有用到"),
        ({"posted": True, "audience": Audience.EACH}, "不能逐户印发"),
        ({"fields": (field(name="事由"), field(name="事由"))}, "有两个填写项都叫“事由”"),
        ({"fields": (field(name="事由"), field(name="户主"))}, "“户主”由台账自动填写"),
        ({"fields": (field(name="事由", kind=FieldKind.CHOICE),)}, "是选项，请写出"),
        ({"fields": (field(name="事由", default="天气"),)}, "默认内容“天气”不认识"),
        ({"fields": (field(name="{事由}"),)}, "名称“{事由}”不能用"),
    ],
)
def test_a_broken_template_is_refused_in_a_sentence(change, words):
    problems = [each.message for each in check_template(replace(PLAIN, **change))]
    assert any(words in message for message in problems), problems


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "不是能读的模板文件"),
        ("[]", "不是通知模板"),
        ('{"id": "x"}', "缺少“title”"),
        ('{"fields": 3}', "应是填写项的列表"),
        ('{"fields": [{"name": "甲", "kind": "歌"}]}', "“歌”不能用"),
        ('{"id": "x", "title": "x", "about": "", "heading": "x", "text": "x", "y": 1}', "“y”"),
    ],
)
def test_a_file_that_is_no_template_is_refused(text, words):
    with pytest.raises(TemplateError, match=words):
        template_from_text(text, "通知模板“x.json”")


@pytest.mark.parametrize(
    ("kind", "text", "printed"),
    [
        (FieldKind.DATE, "2026-1-5", "2026年1月5日（星期一）"),
        (FieldKind.DATE, "2026年11月25日", "2026年11月25日（星期三）"),
        (FieldKind.TIME, "9:05", "9:05"),
        (FieldKind.TIME, "14点30分", "14:30"),
        (FieldKind.TIME, "9时", "9:00"),
        (FieldKind.TEXT, " 大厅 ", "大厅"),
        (FieldKind.NUMBER, "12.5", "12.5"),
    ],
)
def test_a_value_is_printed_in_its_usual_form(kind, text, printed):
    assert shown(field(kind=kind), text) == printed
    assert field_problem(field(kind=kind), text) is None


@pytest.mark.parametrize(
    ("about", "text", "words"),
    [
        ({}, "", "没有填写某项"),
        ({}, "两行\n文字", "写在一行里"),
        ({"kind": FieldKind.DATE}, "明天", "日期「明天」看不懂"),
        ({"kind": FieldKind.TIME}, "25:00", "某项「25:00」看不懂"),
        ({"kind": FieldKind.NUMBER}, "三", "不是数字"),
        ({"kind": FieldKind.CHOICE, "choices": ("停水", "停电")}, "停网", "可以选：停水、停电"),
    ],
)
def test_a_wrong_value_is_told_beside_its_field(about, text, words):
    assert words in field_problem(field(**about), text)


def test_an_optional_field_may_stay_empty():
    assert field_problem(field(required=False), "") is None
    assert list_items("甲；乙\n\n 丙 ") == ("甲", "乙", "丙")


def test_every_kind_can_be_completed():
    for template in load_notice_templates():
        draft = complete(template.id)
        for each in template.fields:
            assert field_problem(each, draft.values[each.name]) is None
