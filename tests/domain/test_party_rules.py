from datetime import date

import pytest

from linli.domain.party import PartyManagement, PartyMembership
from linli.domain.party_rules import check_party, clean_party, party_doubts
from linli.domain.values.dates import PartialDate

TODAY = date(2026, 11, 23)
BORN = PartialDate(1950, 5, 1)


def joined(text: str) -> PartyMembership:
    return PartyMembership(joined=PartialDate.from_iso(text))


def test_texts_are_tidied_and_words_for_nothing_dropped():
    said = PartyMembership(branch=" 第一  党支部 ", post="无", certificate="/", note="甲\n\n乙 ")
    assert clean_party(said) == PartyMembership(branch="第一 党支部", note="甲\n乙")


def test_membership_that_says_nothing_is_none():
    assert clean_party(PartyMembership(branch="  ", post="无")) is None
    assert clean_party(PartyMembership(management=PartyManagement.DIRECT)) is not None


@pytest.mark.parametrize("name", ["joined", "registered"])
def test_day_that_has_not_come_is_refused_beside_its_field(name):
    party = PartyMembership(**{name: PartialDate(2026, 12)})
    (problem,) = check_party(party, None, TODAY)
    assert problem.field == f"party_{name}"
    assert "2026年12月" in problem.message


def test_joining_before_birth_is_refused():
    (problem,) = check_party(joined("1949-07"), BORN, TODAY)
    assert problem.field == "party_joined"


@pytest.mark.parametrize(
    ("day", "doubtful"),
    [
        ("1967-07-01", True),
        ("1968-05-01", False),
        ("1968-04-30", True),
        ("1968", False),  # it can be after the birthday
        ("1967", True),
    ],
)
def test_joining_before_eighteen_is_a_doubt_and_no_error(day, doubtful):
    assert check_party(joined(day), BORN, TODAY) == []
    doubts = party_doubts(joined(day), BORN, "01")
    assert ("party_joined" in doubts) is doubtful


def test_membership_without_the_politics_of_a_member_is_a_doubt():
    party = PartyMembership(branch="第一党支部")
    assert "is_party" in party_doubts(party, None, None)
    assert "is_party" in party_doubts(party, None, "13")
    assert party_doubts(party, None, "02") == {}
