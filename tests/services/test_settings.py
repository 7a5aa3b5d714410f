from dataclasses import replace

import pytest

from linli.domain.changes import Kind
from linli.domain.settings import DEFAULT_NUMBERS, CommonNumber, HallFacts
from linli.errors import InvalidInput


def test_a_new_ledger_knows_its_community_and_the_common_numbers(services):
    assert services.settings.hall() == HallFacts(community="西河社区")
    assert services.settings.hall().common_numbers == DEFAULT_NUMBERS


def test_the_halls_facts_come_back_and_undo_takes_them_back(services):
    facts = HallFacts(
        community="西河社区",
        hall="西河大厅",
        hotline="0994-4839000",
        hours="9:00—18:00",
        address="人民路1号",
        emblem="ab" * 32,
        common_numbers=(CommonNumber(name="物业", number="4839111"),),
    )
    changes = services.settings.save_hall(facts)
    assert changes.touches(Kind.SETTINGS)
    assert services.settings.hall() == facts
    services.history.undo()
    assert services.settings.hall() == HallFacts(community="西河社区")


def test_saving_the_same_facts_leaves_no_step(services):
    facts = services.settings.hall()
    services.settings.save_hall(facts)
    assert services.settings.save_hall(facts).entry_id is None


def test_a_hall_needs_a_name_and_whole_numbers(services):
    facts = services.settings.hall()
    with pytest.raises(InvalidInput, match="社区名称"):
        services.settings.save_hall(replace(facts, community=" "))
    broken = replace(facts, common_numbers=(CommonNumber(name="物业", number=" "),))
    with pytest.raises(InvalidInput, match=r"常用电话「物业.*不完整"):
        services.settings.save_hall(broken)


def test_a_value_is_kept_under_its_key(services):
    assert services.settings.value("columns", ["name"]) == ["name"]
    services.settings.save_value("columns", {"name": 120, "备注": None})
    assert services.settings.value("columns") == {"name": 120, "备注": None}
