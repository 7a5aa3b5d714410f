"""Rules of suggestions, by when they are replied to, and the slip."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from linli.domain.limits import Limits, shipped_limits
from linli.domain.suggestion_lists import reply_letter, standing_text, suggestion_register
from linli.domain.suggestion_rules import (
    check_reply,
    check_suggestion,
    clean_reply,
    clean_suggestion,
)
from linli.domain.suggestions import (
    Adoption,
    ReplyDraft,
    Suggestion,
    SuggestionDraft,
    reply_due,
)
from linli.domain.working_days import shipped_calendar

DAY = date(2026, 9, 18)
DRAFT = SuggestionDraft(day=DAY, content="巷口装一盏灯")
REPLY = ReplyDraft(day=DAY, text="年底前安装", replier="王芳", adoption=Adoption.ADOPTED)


def saved(**facts: Any) -> Suggestion:
    return replace(Suggestion(id=1, version=1, year=2026, sequence=3, facts=DRAFT), **facts)


def test_the_hall_s_own_limit_counts_working_days_over_the_holidays() -> None:
    limits = Limits(shipped_limits())
    assert reply_due(DAY, limits, shipped_calendar()) == date(2026, 10, 15)
    assert reply_due(DAY, Limits([]), shipped_calendar()) is None


def test_nobody_has_to_give_a_name() -> None:
    draft = clean_suggestion(replace(DRAFT, name=" ", phone="无"))
    assert check_suggestion(draft, DAY) == []
    assert saved(facts=draft).who == "（未署名）"


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"content": ""}, "content"),
        ({"day": date(2026, 9, 19)}, "day"),
        ({"phone": "12"}, "phone"),
    ],
)
def test_what_cannot_be_is_refused(facts: dict[str, Any], field: str) -> None:
    assert [each.field for each in check_suggestion(replace(DRAFT, **facts), DAY)] == [field]


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (replace(REPLY, day=date(2026, 9, 17)), "答复日期「2026年9月17日」"),
        (replace(REPLY, replier=" "), "谁答复的"),
        (replace(REPLY, text=""), "没有填写答复的内容"),
        (replace(REPLY, text="", adoption=Adoption.NOT_ADOPTED), "为什么"),
    ],
)
def test_a_reply_says_what_and_who(reply: ReplyDraft, words: str) -> None:
    (problem,) = check_reply(clean_reply(reply), saved(), DAY)
    assert words in problem.message


def test_the_last_day_itself_is_in_time() -> None:
    item = saved(due=date(2026, 10, 14))
    assert standing_text(item, date(2026, 10, 14)) == "待答复"
    assert standing_text(item, date(2026, 10, 15)) == "待答复，超 1 天"
    assert standing_text(replace(item, reply=REPLY), date(2027, 1, 1)) == "采纳"
    assert standing_text(replace(item, voided_reason="重复"), date(2027, 1, 1)) == "作废"


def test_the_slip_and_the_list() -> None:
    item = saved(reply=REPLY)
    texts = "".join(reply_letter(item, community="西河社区", printed="", today=DAY).texts())
    assert texts.count("〔2026〕建3号") == 1
    assert "建议人：您于2026年9月18日" in texts
    made = suggestion_register([item], DAY, title="建议登记簿")
    assert made.foot_note == "合计：1 件，已答复 1 件"
