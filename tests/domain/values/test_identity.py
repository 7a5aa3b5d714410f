from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.people import make_id

from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import (
    DocumentError,
    DocumentFault,
    DocumentKind,
    IdentityDocument,
    birth_of,
    check_character,
    document_kind_label,
    document_kind_of,
    is_damaged_by_spreadsheet,
    normalise_number,
    parse_document,
    sex_of,
)

TODAY = date(2026, 11, 23)
PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46]
PROVINCES += [50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71]

numbers = st.builds(
    make_id,
    area=st.builds(
        "{}{:04d}".format, st.sampled_from(PROVINCES), st.integers(min_value=0, max_value=9999)
    ),
    birth=st.dates(min_value=date(1897, 1, 1), max_value=date(2026, 11, 22)),
    sequence=st.integers(min_value=1, max_value=999),
)


def fault(value, kind=None):
    with pytest.raises(DocumentError) as caught:
        parse_document(value, kind, today=TODAY)
    return caught.value.reason


@given(numbers)
def test_every_right_number_is_a_residents_card(number):
    document = parse_document(number, today=TODAY)
    assert document == IdentityDocument(kind=DocumentKind.RESIDENT_ID, number=number)
    assert birth_of(document).iso() == f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    assert sex_of(document) == ("1" if int(number[16]) % 2 else "2")


@given(numbers, st.integers(min_value=0, max_value=17), st.integers(min_value=1, max_value=9))
def test_one_wrong_digit_is_always_refused(number, place, shift):
    digit = 0 if number[place] == "X" else int(number[place])
    wrong = str((digit + shift) % 10)
    with pytest.raises(DocumentError):
        parse_document(number[:place] + wrong + number[place + 1 :], today=TODAY)


@given(numbers, st.integers(min_value=0, max_value=15))
def test_two_neighbours_swapped_are_refused(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        with pytest.raises(DocumentError):
            parse_document(swapped, today=TODAY)


def test_the_standards_own_example_is_right():
    assert check_character("11010519491231002") == "X"


@given(numbers)
def test_the_check_is_mod_11_2_as_iso_7064_defines_it(number):
    remainder = 0
    for char in number:
        remainder = (remainder * 2 + (10 if char == "X" else int(char))) % 11
    assert remainder == 1


@pytest.mark.parametrize("province", range(10, 90))
def test_a_number_starts_with_a_province(province):
    number = make_id(f"{province}0101")
    if province in PROVINCES:
        assert parse_document(number, today=TODAY).kind is DocumentKind.RESIDENT_ID
    else:
        assert fault(number) is DocumentFault.REGION


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (make_id("120114"), DocumentKind.RESIDENT_ID),  # 武清
        (make_id("659011"), DocumentKind.RESIDENT_ID),  # 兵团
        (make_id("810000"), DocumentKind.HK_MACAU_RESIDENCE),
        (make_id("820000"), DocumentKind.HK_MACAU_RESIDENCE),
        (make_id("830000"), DocumentKind.TAIWAN_RESIDENCE),
        (make_id("911124"), DocumentKind.FOREIGN_RESIDENCE),
        ("USA110076010201", DocumentKind.FOREIGN_RESIDENCE),
        ("652328380214123", DocumentKind.LEGACY_15),
        ("H01234567", DocumentKind.HK_MACAU_PERMIT),
        ("M0123456701", DocumentKind.HK_MACAU_PERMIT),
        ("01234567", DocumentKind.TAIWAN_PERMIT),
        ("0123456789(B)", DocumentKind.TAIWAN_PERMIT),
        ("E12345678", DocumentKind.PASSPORT),
        ("EA1234567", DocumentKind.PASSPORT),
        ("C01X00T47", DocumentKind.PASSPORT),
        ("军字第0123456号", DocumentKind.OTHER),
    ],
)
def test_a_number_shows_its_kind(number, kind):
    assert parse_document(number, today=TODAY).kind is kind


def test_the_published_foreigners_card_example_holds_birth_and_sex():
    document = parse_document("911124198108030024", today=TODAY)
    assert document.kind is DocumentKind.FOREIGN_RESIDENCE
    assert birth_of(document) == PartialDate(1981, 8, 3)
    assert sex_of(document) == "2"


def test_a_legacy_number_holds_birth_and_sex():
    document = parse_document("652328380214123", today=TODAY)
    assert birth_of(document) == PartialDate(1938, 2, 14)
    assert sex_of(document) == "1"


@pytest.mark.parametrize("number", ["E12345678", "H01234567", "USA110076010201"])
def test_other_documents_hold_neither_birth_nor_sex(number):
    document = parse_document(number, today=TODAY)
    assert birth_of(document) is None
    assert sex_of(document) is None


@pytest.mark.parametrize(
    "typed",
    [
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002x",
        "110105-19491231-002X",
        "110105\u201319491231\u2013002X",
        "'11010519491231002X",
        "\u200b11010519491231002X\xa0",
        "\ufeff11010519491231002X\n",
        "“11010519491231002X”",
        "11010519491231002×",
        "11010519491231002Х",  # Cyrillic
        "身份证号：11010519491231002X",
    ],
)
def test_numbers_are_read_however_they_were_typed(typed):
    assert parse_document(typed, today=TODAY).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", DocumentFault.EMPTY),
        ("/", DocumentFault.EMPTY),
        ("无", DocumentFault.EMPTY),
        ("1101051949123100", DocumentFault.LENGTH),
        ("11010519491231002X1", DocumentFault.LENGTH),
        ("1101051949123100 2", DocumentFault.LENGTH),
        ("19491231", DocumentFault.LENGTH),
        (make_id("110105")[:-1] + "?", DocumentFault.CHARACTER),
        ("11010519491231O02X", DocumentFault.CHARACTER),
        ("1101051949123X0020", DocumentFault.CHARACTER),
        ("1101051949123100X2", DocumentFault.CHARACTER),
        ("652328********1235", DocumentFault.CHARACTER),
        (6.52328194105132e17, DocumentFault.SCIENTIFIC),
        ("6.52328E+17", DocumentFault.SCIENTIFIC),
        ("6.52328194105132e+17", DocumentFault.SCIENTIFIC),
        ("652328194105132000", DocumentFault.SCIENTIFIC),
        ("01010519491231002X", DocumentFault.REGION),
        ("101105194912310021", DocumentFault.REGION),
        ("810001194912310021", DocumentFault.REGION),
        ("900124198108030024", DocumentFault.REGION),
        ("011105491231002", DocumentFault.REGION),
        ("110105194913310021", DocumentFault.MONTH),
        ("110105194900310021", DocumentFault.MONTH),
        ("110105491331002", DocumentFault.MONTH),
        ("110105194902300021", DocumentFault.DAY),
        ("110105190002290021", DocumentFault.DAY),
        ("110105194912000021", DocumentFault.DAY),
        ("11010520491231002X", DocumentFault.FUTURE),
        ("11010520261124002X", DocumentFault.FUTURE),
        ("11010518951231002X", DocumentFault.YEAR),
        ("110105194912310021", DocumentFault.CHECK_DIGIT),
    ],
)
def test_a_wrong_number_is_refused_with_the_right_reason(value, reason):
    assert fault(value) is reason


def test_a_wrong_month_is_named_in_the_sentence():
    with pytest.raises(DocumentError, match="「13」"):
        parse_document("110105194913310021", today=TODAY)
    with pytest.raises(DocumentError, match="「02月30日」"):
        parse_document("110105194902300021", today=TODAY)


def test_a_birth_today_is_accepted_and_tomorrow_is_not():
    assert parse_document(make_id(birth=TODAY), today=TODAY)
    assert fault(make_id(birth=date(2026, 11, 24))) is DocumentFault.FUTURE


def test_a_birth_130_years_ago_is_accepted_and_131_is_not():
    assert parse_document(make_id(birth=date(1896, 1, 1)), today=TODAY)
    assert fault(make_id(birth=date(1895, 12, 31))) is DocumentFault.YEAR


def test_the_sentence_names_the_value_and_the_remedy():
    with pytest.raises(DocumentError) as caught:
        parse_document("1101051949123100", today=TODAY)
    assert "1101051949123100" in caught.value.message
    assert "16 位" in caught.value.message
    assert "请" in caught.value.message
    assert caught.value.field == "documents"


def test_a_real_number_that_ends_in_zeros_is_not_taken_for_a_damaged_one():
    number = next(
        made
        for sequence in range(100, 1000, 100)
        for day in range(1, 29)
        if (made := make_id(birth=date(1960, 5, day), sequence=sequence)).endswith("000")
    )
    assert parse_document(number, today=TODAY).number == number
    assert not is_damaged_by_spreadsheet(number)


def test_a_legacy_number_from_a_number_cell_is_whole():
    assert parse_document(652328380214123.0, today=TODAY).number == "652328380214123"


@pytest.mark.parametrize(
    ("number", "kind", "reason"),
    [
        (make_id("810000"), DocumentKind.RESIDENT_ID, DocumentFault.KIND),
        (make_id("911124"), DocumentKind.RESIDENT_ID, DocumentFault.KIND),
        (make_id(), DocumentKind.TAIWAN_RESIDENCE, DocumentFault.KIND),
        (make_id("810000"), DocumentKind.TAIWAN_RESIDENCE, DocumentFault.KIND),
        ("E1234", DocumentKind.HK_MACAU_PERMIT, DocumentFault.CHARACTER),
        ("1234567", DocumentKind.TAIWAN_PERMIT, DocumentFault.CHARACTER),
        ("E123", DocumentKind.PASSPORT, DocumentFault.CHARACTER),
        ("护照", DocumentKind.PASSPORT, DocumentFault.CHARACTER),
        ("@@@@@", DocumentKind.OTHER, DocumentFault.CHARACTER),
        ("E12345678", DocumentKind.RESIDENT_ID, DocumentFault.CHARACTER),
    ],
)
def test_a_number_of_another_kind_is_refused(number, kind, reason):
    assert fault(number, kind) is reason


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("12345678", DocumentKind.TAIWAN_PERMIT),
        ("123456789", DocumentKind.PASSPORT),
        ("652328380214123", DocumentKind.LEGACY_15),
        (make_id("810000"), DocumentKind.HK_MACAU_RESIDENCE),
        ("A(12)-3", DocumentKind.OTHER),
    ],
)
def test_a_number_of_the_chosen_kind_is_accepted(number, kind):
    assert parse_document(number, kind, today=TODAY).kind is kind


def test_fifteen_digits_under_identity_card_are_the_legacy_kind():
    document = parse_document("652328380214123", DocumentKind.RESIDENT_ID, today=TODAY)
    assert document.kind is DocumentKind.LEGACY_15


def test_a_label_before_the_number_tells_the_kind():
    assert parse_document("护照:123456789", today=TODAY) == IdentityDocument(
        kind=DocumentKind.PASSPORT, number="123456789"
    )


@given(numbers)
def test_normalising_twice_changes_nothing(number):
    assert normalise_number(normalise_number(f" {number.lower()} ")) == number


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("身份证", DocumentKind.RESIDENT_ID),
        ("回乡证", DocumentKind.HK_MACAU_PERMIT),
        ("台胞证", DocumentKind.TAIWAN_PERMIT),
        ("护 照", DocumentKind.PASSPORT),
        ("军官证", DocumentKind.OTHER),
    ],
)
def test_document_kinds_are_known_by_what_people_call_them(word, kind):
    assert document_kind_of(word) is kind


def test_every_kind_has_a_chinese_name():
    labels = {document_kind_label(kind) for kind in DocumentKind}
    assert len(labels) == len(DocumentKind)
    assert document_kind_label(DocumentKind.RESIDENT_ID) == "居民身份证"
    assert document_kind_of("一张纸") is None
