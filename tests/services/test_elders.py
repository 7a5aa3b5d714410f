"""Old people: by age, alone or not, with the neighbour and the last visit."""

from datetime import date

import pytest
from support.cards import page_texts
from support.people import make_draft
from support.window import settle

from linli.domain.elders import ElderFilter
from linli.domain.values.dates import PartialDate
from linli.domain.visits import VisitDraft
from linli.storage.register_schema import NeighbourRecord

TODAY = date(2026, 11, 23)


@pytest.fixture
def cast(services):
    """A couple, of whom the man was born in 1950, and three who were born in 1960."""
    return settle(services)


def names(services, **conditions):
    return [elder.person.name for elder in services.elders.list_all(ElderFilter(**conditions))]


def test_old_people_are_listed_grid_by_grid_from_an_age_on(services, cast):
    assert names(services) == ["张建国", "李秀英", "赵小军", "买买提·艾力"]
    assert names(services, age_from=70) == ["张建国"]
    assert services.elders.count(ElderFilter()) == 4


@pytest.mark.parametrize(
    ("birth", "old"),
    [
        (PartialDate(1966, 11, 23), True),
        (PartialDate(1966, 11, 24), False),
        (PartialDate(1966), True),
        (PartialDate(1966, 12), False),
        (None, False),
    ],
)
def test_the_sixtieth_birthday_counts(services, birth, old):
    services.residents.add(make_draft("王老", documents=(), birth=birth))
    assert (names(services) == ["王老"]) is old


def test_alone_is_who_shares_neither_household_nor_home(services, cast):
    assert names(services, alone=True) == ["赵小军", "买买提·艾力"]
    services.residents.move_out([cast.wife], TODAY)
    assert "张建国" in names(services, alone=True)
    home = services.households.get(cast.household).facts.dwelling_id
    services.residents.add(make_draft("小租客", documents=(), dwelling_id=home))
    assert "张建国" not in names(services, alone=True)


def test_neighbour_to_call_first_and_last_visit_stand_beside(services, cast):
    def neighbour(name, **facts):
        return NeighbourRecord(
            resident_id=cast.head, name=name, **({"holds_key": False, "call_first": False} | facts)
        )

    with services.context.writing("邻里守望") as work:
        work.session.add(neighbour("旧邻", until="2026-01-01", call_first=True))
        work.session.add(neighbour("王邻", phone="13700000001"))
        work.session.add(neighbour("刘邻", phone="13700000002", call_first=True))
    services.visits.add(
        VisitDraft(day=date(2026, 11, 1), kind_code="10", household_id=cast.household)
    )
    elder = services.elders.list_all(ElderFilter(age_from=65))[0]
    assert (elder.neighbour, elder.neighbour_phone) == ("刘邻", "13700000002")
    assert elder.last_visit == date(2026, 11, 1)
    assert elder.phone == "13812345678"


def test_list_is_printed_with_masked_phones(services, cast):
    register = services.elders.register(ElderFilter(), "60 岁以上老年人名单")
    text = "".join(page_texts(services.registers.pdf(register, across=True)))
    for said in ("张建国", "138****5678", "独居 2 人", "第三网格"):
        assert said.replace(" ", "") in text.replace(" ", "")
    full = services.elders.register(ElderFilter(), "名单", revealed=True)
    assert any("13812345678" in row for group in full.groups for row in group.rows)
