from datetime import date

import pytest
from support.people import make_document, make_id

from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.domain.values.masking import Masks
from linli.domain.values.phones import Phone, PhoneKind
from linli.gui.resident_form_numbers import DocumentRow, MaskedLine, PhoneRow, RowsInput

TODAY = date(2026, 11, 23)


@pytest.fixture
def row(qtbot, theme):
    row = DocumentRow(TODAY, Masks())
    qtbot.addWidget(row)
    return row


@pytest.fixture
def phones(qtbot, theme):
    phones = RowsInput(lambda: PhoneRow(Masks()), "添加电话")
    qtbot.addWidget(phones)
    return phones


def finish(line):
    line.editingFinished.emit()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (make_id(), DocumentKind.RESIDENT_ID),
        ("e12345678", DocumentKind.PASSPORT),
        ("H12345678", DocumentKind.HK_MACAU_PERMIT),
        ("911124198108030024", DocumentKind.FOREIGN_RESIDENCE),
    ],
)
def test_number_tells_its_kind(row, typed, kind):
    row.line.setText(typed)
    finish(row.line)
    assert row.kind.value() is kind
    assert row.value() == IdentityDocument(kind=kind, number=typed.upper())


def test_kind_that_was_picked_is_not_guessed_again(row):
    row.kind.set_value(DocumentKind.OTHER)
    row.line.setText("E12345678")
    assert row.value().kind is DocumentKind.OTHER


def test_kind_follows_the_next_number(row):
    row.line.setText("E12345678")
    finish(row.line)
    row.line.setText(make_id())
    finish(row.line)
    assert row.problem() is None
    assert row.value().kind is DocumentKind.RESIDENT_ID


def test_number_is_written_in_its_usual_form(row):
    row.line.setText(" 11010519491231002x ")
    finish(row.line)
    assert row.line.text() == "11010519491231002X"


def test_wrong_number_has_no_value_and_says_why(row):
    row.line.setText("123")
    assert row.value() is None
    assert "应为 18 位" in row.problem()
    assert row.line.property("invalid")


def test_hidden_row_keeps_its_value_whatever_it_shows(row):
    document = make_document()
    row.load(document, masked=True)
    row.line.setText("nonsense")
    assert row.value() == document
    assert row.problem() is None
    row.reveal()
    assert row.line.text() == document.number


def test_empty_rows_count_for_nothing(phones):
    phones.add_button.click()
    assert len(phones.rows) == 2
    assert phones.value() == ()
    assert phones.problem() is None


def test_last_row_that_is_removed_leaves_an_empty_one(phones, qtbot):
    with qtbot.waitSignal(phones.edited):
        phones.rows[0].remove_button.click()
    assert len(phones.rows) == 1
    assert phones.value() == ()


def test_phone_keeps_its_note(phones):
    phones.rows[0].line.setText("138 0000 0000")
    phones.rows[0].note.setText("女儿")
    expected = Phone(number="13800000000", kind=PhoneKind.MOBILE, note="女儿")
    assert phones.value() == (expected,)


def test_note_inside_the_number_goes_into_its_place(phones):
    phones.rows[0].line.setText("13800000000女儿")
    finish(phones.rows[0].line)
    assert phones.rows[0].line.text() == "13800000000"
    assert phones.rows[0].note.text() == "女儿"


def test_problems_of_all_rows_are_said(phones):
    phones.rows[0].line.setText("1")
    phones.add_button.click()
    phones.rows[1].line.setText("22")
    assert "「1」" in phones.problem()
    assert "「22」" in phones.problem()


def test_hidden_phones_survive_what_is_added_beside_them(phones):
    kept = Phone(number="13812345678", kind=PhoneKind.MOBILE)
    phones.set_value((kept,))
    phones.hide_value()
    assert phones.is_masked
    assert phones.rows[0].line.text() == "138****5678"
    phones.add_button.click()
    phones.rows[1].line.setText("13700001111")
    assert [phone.number for phone in phones.value()] == ["13812345678", "13700001111"]


def test_masked_line_gives_back_what_it_was_given(qtbot, theme):
    line = MaskedLine(Masks().show_phone)
    qtbot.addWidget(line)
    line.set_value("13812345678")
    line.hide_value()
    assert line.text() == "138****5678"
    assert line.isReadOnly()
    assert line.value() == "13812345678"
    line.reveal()
    assert line.text() == "13812345678"
    assert not line.isReadOnly()


def test_nothing_is_hidden_in_an_empty_line(qtbot, theme):
    line = MaskedLine(Masks().show_phone)
    qtbot.addWidget(line)
    line.hide_value()
    assert not line.is_masked
    assert not line.isReadOnly()
