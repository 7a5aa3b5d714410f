import json

import pytest
from support.cards import TEN

from linli.domain.paper import Correction, Duplex, PaperSetup, Pass, PrinterProfile
from linli.errors import UserError
from linli.storage.setups import read_setup, setup_text

PROFILE = PrinterProfile(
    name="二楼打印机",
    printer="HP-1020",
    tray="手送",
    front=Correction(dx=0.4, dy=-1.25, scale_x=1.002, rotation=0.1),
    back=Correction(dx=-0.3),
    turn=Duplex.SHORT,
    backs_reversed=True,
)


@pytest.mark.parametrize(
    "setup",
    [
        TEN,
        PaperSetup(sheet=TEN.sheet, start_slot=7, duplex=Duplex.SHORT, sides=Pass.FRONTS),
        PaperSetup(sheet=TEN.sheet, duplex=Duplex.MANUAL, profile=PROFILE),
        PaperSetup(sheet=TEN.sheet, profile=PrinterProfile(name="旧打印机")),
    ],
)
def test_a_frozen_setup_is_read_back_exactly(setup):
    assert read_setup(setup_text(setup)) == setup


def test_a_setup_of_an_earlier_version_has_the_usual_values_for_the_rest():
    kept = json.loads(setup_text(TEN))
    oldest = {"sheet": {k: v for k, v in kept["sheet"].items() if k != "crop_marks"}}
    read = read_setup(json.dumps(oldest))
    assert (read.start_slot, read.duplex, read.sides) == (1, Duplex.LONG, Pass.BOTH)
    assert read.profile is None
    assert not read.sheet.crop_marks


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "[]",
        "{}",
        '{"sheet": null}',
        '{"sheet": {"id": "x"}}',
        setup_text(TEN).replace('"long"', '"sideways"'),
        setup_text(TEN).replace('"start_slot": 1', '"start_slot": "1"'),
        setup_text(TEN).replace('"start_slot": 1', '"start_slot": 11'),
        setup_text(TEN).replace('"sides"', '"colour"'),
    ],
)
def test_what_is_no_setup_is_refused_in_a_sentence(broken):
    with pytest.raises(UserError, match=r"[一-鿿]"):
        read_setup(broken)
