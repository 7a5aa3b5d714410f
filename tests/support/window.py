"""What tests of the window share: people to work with, and the dialog that is open."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QApplication
from support.people import make_document, make_draft, make_phone

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.residents import FloatingStay, HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address

HOME = Address(estate="西河小区", building="3号楼", unit="2单元", room="501")
OTHER_HOME = Address(estate="西河小区", building="1号楼", unit="1单元", room="101")
BORN = date(1950, 5, 1)


@dataclass(frozen=True)
class Cast:
    """Ids of the people of `settle`: a couple in one household, a man alone, a lodger."""

    head: int
    wife: int
    alone: int
    lodger: int
    household: int
    lonely_household: int


def settle(services):
    """Put four people into an empty ledger."""
    residents = services.residents
    services.grids.add(
        GridDraft(
            number="03",
            name="第三网格",
            buildings=(Address(estate="西河小区", building="3号楼"),),
            officers=(GridOfficer(role=GridRole.LEADER, name="刘敏", phone="13899990001"),),
        )
    )
    head, _ = residents.add(
        make_draft(
            "张建国",
            documents=(make_document(birth=BORN, sequence=1),),
            phones=(make_phone("13812345678"),),
            relation_code="02",
            care_tags=("独居老人",),
        ),
        HomeDraft(address=HOME, new_household=HouseholdDraft(number="0001")),
    )
    household = residents.get(head).facts.household_id
    wife, _ = residents.add(
        make_draft("李秀英", sequence=4, relation_code="10", household_id=household)
    )
    alone, _ = residents.add(
        make_draft("买买提·艾力", sequence=7, relation_code="02", skills=("水电维修",)),
        HomeDraft(address=OTHER_HOME, new_household=HouseholdDraft(number="0002")),
    )
    lodger, _ = residents.add(
        make_draft("赵小军", sequence=9, floating=FloatingStay(origin="甘肃省定西市"))
    )
    lonely = residents.get(alone).facts.household_id
    return Cast(head, wife, alone, lodger, household, lonely)


def is_open(kind):
    """Whether a window of `kind` is shown, for what opens one after a job."""
    windows = QApplication.topLevelWidgets()
    return any(isinstance(each, kind) and each.isVisible() for each in windows)


def opened(kind):
    """Return the open window of `kind`."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    shown = [each for each in found if each.isVisible()]
    assert len(shown) == 1, f"{kind.__name__}: {len(shown)} open"
    return shown[0]
