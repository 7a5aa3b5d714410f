"""Tags of 重点人员 and 信访 without the right to them: not shown, not found, not counted, kept."""

from dataclasses import replace

import openpyxl
import pytest
from support.people import make_draft, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.elders import ElderFilter
from linli.domain.merges import MergeChoices
from linli.domain.residents import ResidentDraft, ResidentFilter
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.errors import InvalidInput
from linli.services.ledger import verify

SECRET = "刑满释放人员"
LIMITED = [Role.CLERK, Role.READER, Role.ROSTER_KEEPER]
HOME = Address(estate="幸福小区", building="3号楼", unit="1单元", room="101")


@pytest.fixture
def person(services):
    """Somebody with an ordinary and two sensitive tags, and with 信访 in an occupation."""
    home, _ = services.dwellings.find_or_add(HOME)
    draft = make_draft(
        "欧阳建国",
        dwelling_id=home,
        care_tags=(SECRET, "独居老人", "信访"),
        phones=(make_phone(),),
    )
    return services.residents.add(draft)[0]


@pytest.fixture(params=LIMITED)
def limited(request, services):
    return as_role(services, request.param)


@pytest.fixture
def clerk(services):
    return as_role(services, Role.CLERK)


@pytest.fixture
def mediator(services):
    return as_role(services, Role.MEDIATOR)


def everything_said(services, person):
    """Whatever the services tell everybody of a person, as one text."""
    return "\n".join(
        map(
            repr,
            (
                services.residents.get(person),
                services.residents.rows([person]),
                services.residents.find("欧阳"),
                services.history.of_resident(person),
                services.residents.suggestions("care_tags"),
                services.residents.suggestions("care_tags", "刑"),
                services.filters.choices("care_tags"),
                services.elders.list_all(ElderFilter(age_from=60)),
            ),
        )
    )


def test_without_the_right_nothing_tells_of_a_sensitive_tag(limited, person):
    said = everything_said(limited, person)
    assert "独居老人" in said
    assert "刑满" not in said
    assert "信访" not in said


def test_whoever_may_sees_it_with_the_person_but_in_no_list(mediator, person):
    assert mediator.residents.get(person).facts.care_tags == (SECRET, "独居老人", "信访")
    (row,) = mediator.residents.rows([person])
    assert row.tags == "独居老人"
    assert SECRET in mediator.residents.suggestions("care_tags", "刑")
    assert "社区矫正对象" in mediator.filters.choices("care_tags")
    assert any(change.after == SECRET for change in mediator.history.of_resident(person))


@pytest.mark.parametrize("typed", ["刑满释放人员", "刑满", "刑", "满释", "刑满释放", "信访", "访"])
def test_a_search_by_a_sensitive_tag_finds_nobody_without_the_right(
    limited, mediator, person, typed
):
    assert limited.residents.find_ids(typed) == []
    assert limited.residents.find_ids(f"欧阳 {typed}") == []
    assert list(limited.residents.list_ids(ResidentFilter(text=typed))) == []
    assert limited.filters.count(ResidentFilter(text=typed)).people == 0
    assert limited.households.find(typed) == []
    assert mediator.residents.find_ids(typed) == [person]
    assert list(mediator.residents.list_ids(ResidentFilter(text=typed))) == [person]


def test_the_same_word_elsewhere_finds_as_ever(limited, services):
    known, _ = services.residents.add(make_draft("王五", sequence=7, employer="县信访局"))
    assert limited.residents.find_ids("信访局") == [known]
    assert limited.residents.find_ids("独居老人") == []


def test_ordinary_tags_are_found_as_ever(limited, person):
    assert limited.residents.find_ids("独居老人") == [person]
    assert limited.filters.count(ResidentFilter(care_tags=("独居老人",))).people == 1


def test_a_filter_by_a_sensitive_tag_finds_and_counts_nobody_without_the_right(
    limited, mediator, person
):
    wanted = ResidentFilter(care_tags=(SECRET,))
    assert list(limited.residents.list_ids(wanted)) == []
    assert limited.filters.count(wanted).people == 0
    assert list(mediator.residents.list_ids(wanted)) == [person]
    assert mediator.filters.count(wanted).people == 1


def test_kept_filters_by_a_sensitive_tag_are_only_for_who_may_see_it(limited, services):
    services.filters.save("安置帮教", ResidentFilter(care_tags=(SECRET,)))
    services.filters.save("独居", ResidentFilter(care_tags=("独居老人",)))
    assert [each.name for each in limited.filters.list_all()] == ["独居"]
    assert [each.name for each in services.filters.list_all()] == ["安置帮教", "独居"]


def test_the_picture_of_a_building_does_not_tell(services, limited):
    home, _ = services.dwellings.find_or_add(HOME)
    services.residents.add(make_draft("赵六", dwelling_id=home, care_tags=(SECRET,)))
    for seen, expected in ((limited, False), (services, True)):
        (place,) = seen.elevations.places()
        (room,) = seen.elevations.elevation(place).rooms
        assert room.cared_for is expected


def test_a_list_to_print_does_not_tell(clerk, services, person):
    wanted = ResidentFilter(care_tags=("独居老人",))
    for seen in (clerk, services):
        listed = repr(seen.filters.register(wanted, "名册", revealed=True))
        assert "欧阳建国" in listed
        assert "刑满" not in listed


@pytest.mark.parametrize("masked", [True, False])
def test_a_workbook_does_not_tell(clerk, person, tmp_path, masked):
    book = tmp_path / "名册.xlsx"
    clerk.exports.residents(book, ResidentFilter(), masked=masked, reason="上报材料")
    cells = repr(list(openpyxl.load_workbook(book).active.values))
    assert "独居老人" in cells
    assert "刑满" not in cells


def test_even_with_the_right_it_is_in_no_ordinary_workbook(services, person, tmp_path):
    for masked in (True, False):
        book = tmp_path / "名册.xlsx"
        services.exports.residents(book, ResidentFilter(), masked=masked, reason="上报材料")
        cells = repr(list(openpyxl.load_workbook(book).active.values))
        assert (SECRET in cells) is not masked


def test_saving_without_the_right_keeps_the_tags_untouched(clerk, services, person):
    seen = clerk.residents.get(person)
    changes = clerk.residents.update(person, seen.facts, version=seen.version)
    assert changes.entry_id is None
    less = replace(seen.facts, care_tags=("低保户",), occupation="电工")
    clerk.residents.update(person, less, version=seen.version)
    assert services.residents.get(person).facts.care_tags == (SECRET, "低保户", "信访")


def test_a_sensitive_tag_is_not_entered_by_who_could_not_see_it_again(clerk, mediator, person):
    seen = clerk.residents.get(person)
    with pytest.raises(InvalidInput, match="吸毒人员"):
        clerk.residents.update(
            person, replace(seen.facts, care_tags=("吸毒人员",)), version=seen.version
        )
    with pytest.raises(InvalidInput, match="吸毒人员"):
        clerk.residents.add(make_draft("王五", sequence=7, care_tags=("吸毒人员",)))
    whole = mediator.residents.get(person)
    mediator.residents.update(
        person, replace(whole.facts, care_tags=("吸毒人员",)), version=whole.version
    )
    assert mediator.residents.get(person).facts.care_tags == ("吸毒人员",)


def test_a_merge_without_the_right_carries_the_tags_along_unseen(clerk, services, person):
    other, _ = services.residents.add(ResidentDraft(name="欧阳建国", birth=PartialDate(1960, 5, 1)))
    compared = clerk.doubles.compare(other, person)
    assert SECRET not in repr(compared)
    merge_id, _ = clerk.doubles.merge(other, person, MergeChoices(fields={}, left_out=frozenset()))
    assert set(services.residents.get(other).facts.care_tags) == {SECRET, "独居老人", "信访"}
    told = clerk.doubles.report(merge_id)
    assert SECRET not in repr(told)
    assert "信访" not in repr(told)
    tags = [part for part in told.parts if part.label == "标签"]
    assert len(tags) == 1
    clerk.doubles.unmerge(merge_id, [part.id for part in told.parts])
    assert services.residents.get(person).facts.care_tags == (SECRET, "独居老人", "信访")


def test_the_ledger_stays_sound(services, clerk, person):
    seen = clerk.residents.get(person)
    clerk.residents.update(person, replace(seen.facts, occupation="电工"), version=seen.version)
    assert verify(services.context).problems == ()
    assert verify(clerk.context).problems == ()
