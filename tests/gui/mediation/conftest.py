"""Cases for the tests of the window of mediation."""

from dataclasses import replace
from datetime import date

import pytest
from support.cases import DRAFT, accepted, meet, register

from linli.domain.cases import Party, Side


@pytest.fixture
def many(services):
    """Three cases: registered, accepted, in mediation; their ids in this order."""
    neighbours = replace(
        DRAFT,
        title="张三与李四邻里纠纷",
        kind_code="02",
        event_code=None,
        registered_on=date(2026, 10, 8),
        parties=(
            Party(side=Side.APPLICANT, name="张三", phone="13900001111"),
            Party(side=Side.RESPONDENT, name="李四"),
        ),
    )
    first = register(services, neighbours)
    second = accepted(services, replace(DRAFT, title="王五与赵六物业费纠纷"))
    third = meet(services, accepted(services), date(2026, 8, 10))
    return [first.id, second.id, third.id]
