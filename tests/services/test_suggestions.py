"""Suggestions through the service: numbers, replies, what is overdue, the slip."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from support.cards import page_texts
from support.people import make_draft, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.suggestions import (
    Adoption,
    ReplyDraft,
    Suggestion,
    SuggestionDraft,
    SuggestionFilter,
)
from linli.errors import ConflictError, InvalidInput, NotAllowedError, UserError
from linli.services.container import Services

TODAY = date(2026, 11, 23)
DRAFT = SuggestionDraft(day=date(2026, 9, 18), content="巷口装一盏灯")
REPLY = ReplyDraft(day=TODAY, text="年底前安装", replier="王芳", adoption=Adoption.ADOPTED)


def add(services: Services, **facts: Any) -> Suggestion:
    suggestion_id, _ = services.suggestions.add(replace(DRAFT, **facts))
    return services.suggestions.get(suggestion_id)


def test_numbers_stay_and_the_last_day_follows_the_hall_s_rule(services: Services) -> None:
    first, second = add(services), add(services, day=TODAY)
    assert [first.number, second.number] == ["〔2026〕建1号", "〔2026〕建2号"]
    assert first.due == date(2026, 10, 15)  # fifteen working days over the National Day
    assert services.suggestions.overdue() == [first]
    services.suggestions.void(second.id, "重复登记", version=1)
    assert add(services).number == "〔2026〕建3号"
    assert len(services.suggestions.list_all(SuggestionFilter(voided=True))) == 3


def test_a_reply_is_kept_printed_and_can_be_corrected(services: Services) -> None:
    item = add(services)
    with pytest.raises(UserError, match="还没有答复"):
        services.suggestions.slip(item.id)
    services.suggestions.reply(item.id, REPLY, version=item.version)
    now = services.suggestions.get(item.id)
    assert now.reply == REPLY
    said = "".join(page_texts(services.suggestions.slip(item.id))).replace("\n", "")
    assert "年底前安装" in said
    assert services.history.events()[0].action == "打印建议答复单"
    with pytest.raises(UserError, match="已经答复或作废"):
        services.suggestions.update(item.id, DRAFT, version=now.version)
    corrected = replace(REPLY, adoption=Adoption.PARTLY)
    services.suggestions.reply(item.id, corrected, version=now.version)
    assert services.suggestions.list_all(SuggestionFilter(adoption=Adoption.PARTLY))
    with pytest.raises(ConflictError):
        services.suggestions.reply(item.id, corrected, version=now.version)
    assert services.suggestions.overdue() == []


def test_somebody_known_anonymous_or_from_outside(services: Services) -> None:
    person, _ = services.residents.add(make_draft("欧阳建国", phones=(make_phone(),)))
    known = add(services, name="x", resident_id=person)
    assert (known.who, known.phone) == ("欧阳建国", make_phone().number)
    assert add(services).who == "（未署名）"
    assert add(services, name="路人甲", phone="13812345678").phone == "13812345678"
    found = services.suggestions.list_all(SuggestionFilter(text="建1号"))
    assert [each.id for each in found] == [known.id]


def test_what_cannot_be_is_refused(services: Services) -> None:
    item = add(services)
    with pytest.raises(InvalidInput, match="要在同一年"):
        services.suggestions.update(item.id, replace(DRAFT, day=date(2025, 1, 1)), version=1)
    with pytest.raises(InvalidInput):
        services.suggestions.reply(item.id, replace(REPLY, text=""), version=1)
    with pytest.raises(InvalidInput):
        services.suggestions.void(item.id, " ", version=1)
    services.suggestions.update(item.id, replace(DRAFT, content="装两盏"), version=1)
    assert services.suggestions.get(item.id).facts.content == "装两盏"
    reader = as_role(services, Role.READER)
    assert len(reader.suggestions.list_all()) == 1
    with pytest.raises(NotAllowedError):
        reader.suggestions.add(DRAFT)
