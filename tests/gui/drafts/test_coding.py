"""Values of forms as text and back; nothing but the program's own records is ever made."""

import json
from datetime import UTC, date, datetime

import pytest
from support.people import make_document, make_draft

from linli.domain.residents import FloatingStay, Sex
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.gui.drafts import coding


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3,
        "张<b>",
        b"\x00\xff",
        date(1950, 5, 1),
        datetime(2026, 11, 23, 9, tzinfo=UTC),
        Sex.FEMALE,
        (1, ("a", None)),
        frozenset({"a"}),
        {1: "a", None: ["b", ()]},
        PartialDate.parse("1950-05"),
        Address(estate="西河小区", building="3号楼"),
        make_draft("张三", floating=FloatingStay(origin="甘肃省")),
        (make_document(),),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_written_is_read_back(value) -> None:
    assert coding.read(coding.write(value)) == value


@pytest.mark.parametrize("value", [object(), len, print, lambda: None])
def test_what_lives_only_in_the_program_is_refused(value) -> None:
    with pytest.raises(coding.UnknownValueError):
        coding.write((value,))


@pytest.mark.parametrize(
    "plain",
    [
        {"$": "record", "of": "os:system", "is": {}},
        {"$": "record", "of": "linli.paths:resource", "is": {}},
        {"$": "record", "of": "linli.storage.database:Database", "is": {"path": "x", "key": "y"}},
        {"$": "record", "of": "linli.domain.values.addresses:Address", "is": {"gone": 1}},
        {"$": "enum", "of": "linli.domain.residents:Sex", "is": "GONE"},
        {"$": "enum", "of": "linli.domain.gone:Sex", "is": "MALE"},
        {"$": "date", "is": "2026-02-30"},
        {"$": "gone", "is": 1},
        {"other": 1},
    ],
    ids=lambda plain: str(plain)[:60],
)
def test_a_text_of_another_version_is_refused(plain) -> None:
    with pytest.raises(coding.UnknownValueError):
        coding.read(json.dumps(plain))
