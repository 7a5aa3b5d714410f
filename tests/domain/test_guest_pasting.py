"""Pasted names of guests: as people write them, and as sheets give them."""

import pytest

from linli.domain.events import GuestDraft, Role
from linli.domain.guest_pasting import read_guests
from linli.errors import UserError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("张桂兰、王磊；阿依古丽·买买提", ["张桂兰", "王磊", "阿依古丽·买买提"]),
        ("张桂兰\n\n王磊\n", ["张桂兰", "王磊"]),
        ("姓名\t电话\n张桂兰\t13812345678", ["张桂兰"]),
    ],
)
def test_names_are_read(text, said):
    found = read_guests(text)
    assert [each.name for each in found.guests] == said
    assert not found.unread


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("张桂兰 13812345678 西河小学", "13812345678"),
        ("1\t张桂兰\t13812345678\t西河小学", "13812345678"),
        ("张桂兰，西河小学", None),
    ],
)
def test_a_line_tells_phone_and_unit(line, phone):
    (guest,) = read_guests(line, Role.HELPER).guests
    assert guest == GuestDraft(name="张桂兰", phone=phone, role=Role.HELPER, note="西河小学")


def test_what_has_no_name_is_told_without_its_numbers():
    found = read_guests("张桂兰\n13812345678")
    assert len(found.guests) == 1
    assert found.unread == ("第 2 行：没有文字",)


def test_nobody_is_refused():
    with pytest.raises(UserError):
        read_guests("13812345678")
