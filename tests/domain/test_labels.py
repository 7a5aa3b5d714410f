import pytest

from linli.domain import labels
from linli.domain.grids import GridRole
from linli.domain.imports import LedgerField, LedgerShape
from linli.domain.residents import HouseholdKind, ManagementClass, ResidentStatus, Sex


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (labels.SEX, Sex),
        (labels.STATUS, ResidentStatus),
        (labels.MANAGEMENT, ManagementClass),
        (labels.HOUSEHOLD_KIND, HouseholdKind),
        (labels.GRID_ROLE, GridRole),
        (labels.LEDGER_SHAPE, LedgerShape),
        (labels.LEDGER_FIELD, LedgerField),
    ],
)
def test_every_member_has_one_name_of_its_own(table, members):
    assert set(table) == set(members)
    assert len(set(table.values())) == len(table)
