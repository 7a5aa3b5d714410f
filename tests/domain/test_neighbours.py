from dataclasses import replace
from datetime import date, timedelta

import pytest

from linli.domain.neighbour_rules import check_neighbour, clean_neighbour
from linli.domain.neighbours import NeighbourDraft
from linli.domain.values.dates import PartialDate

TODAY = date(2026, 11, 23)
PLAIN = NeighbourDraft(resident_id=1, name="王大妈")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "who"),
        ({"neighbour_id": 1}, "who"),
        ({"phone": "12"}, "phone"),
        ({"since": PartialDate(2027)}, "since"),
        ({"until": TODAY + timedelta(days=1)}, "until"),
        ({"since": PartialDate(2026, 3), "until": date(2026, 2, 1)}, "until"),
    ],
)
def test_broken_rule_is_named_beside_its_field(facts, field):
    problems = check_neighbour(replace(PLAIN, **facts), TODAY)
    assert [problem.field for problem in problems] == [field]


def test_what_is_right_has_no_problem():
    said = replace(PLAIN, name="王 大妈", phone="/", since=PartialDate(2026), until=TODAY)
    clean = clean_neighbour(said)
    assert (clean.name, clean.phone) == ("王大妈", None)
    assert check_neighbour(clean, TODAY) == []
