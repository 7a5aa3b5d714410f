"""Alt and a letter means one thing in each of the dialogs and forms."""

from datetime import date

import pytest
from support.mnemonics import letters, taken_twice
from support.photos import picture

from linli.domain.boards import BoardEntry
from linli.domain.pairings import Helper, PairingDraft
from linli.gui.photo_crop import CropDialog
from linli.gui.staff.board_forms import BoardEntryForm, FillForm
from linli.gui.staff.boards import BoardsDialog
from linli.gui.staff.pairing_forms import EndForm, PairingForm
from linli.gui.staff.pairings import PairingsDialog
from linli.gui.staff.people import StaffDialog, StaffForm
from linli.gui.staff.stations import StationForm, StationsDialog

DIALOGS = {
    "staff": lambda desk, **_: StaffDialog(desk),
    "member of staff": lambda desk, **_: StaffForm(desk, None, None),
    "stations": lambda desk, **_: StationsDialog(desk),
    "station": lambda desk, **_: StationForm(desk, None, None),
    "boards": lambda desk, **_: BoardsDialog(desk),
    "entry": lambda desk, grid, **_: BoardEntryForm(desk, grid, 0, None),
    "party members": lambda desk, grid, **_: FillForm(desk, grid, [BoardEntry(name="张三")], None),
    "pairings": lambda desk, **_: PairingsDialog(desk),
    "pairing": lambda desk, pairing, **_: PairingForm(desk, pairing, None),
    "end": lambda desk, pairing, **_: EndForm(desk, pairing, None),
    "portrait": lambda parent, **_: CropDialog(picture(30, 40), 0.75, parent),
    "emblem": lambda parent, **_: CropDialog(picture(30, 40), None, parent),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_no_letter_is_taken_twice(desk, services, cast, main_window, show, name):
    grid = services.grids.list_all()[0].id
    resident = BoardEntry(name="张建国", resident_id=cast.head)  # its number can be revealed
    services.boards.save(grid, [resident])
    helper = Helper(name="买买提·艾力", resident_id=cast.alone)
    draft = PairingDraft(household_id=cast.household, helper=helper, since=date(2026, 3, 1))
    pairing = services.pairings.get(services.pairings.add(draft)[0])
    dialog = show(DIALOGS[name](desk=desk, grid=grid, pairing=pairing, parent=main_window))
    assert letters(dialog)
    assert not taken_twice(dialog)
