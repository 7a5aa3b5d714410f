import pytest

from linli.domain.values.addresses import Address
from linli.domain.values.masking import mask_address, mask_document, mask_phone


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "110105********002X"),
        ("110105491231002", "110105*****1002"),
        ("E12345678", "E1*****78"),
        ("E123", "****"),
    ],
)
def test_documents_keep_six_and_four(number, masked):
    assert mask_document(number) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13800001234", "138****1234"),
        ("09944839123", "*******9123"),
        ("4839123", "***9123"),
        ("661234", "****34"),
        ("110", "*10"),
    ],
)
def test_phones_keep_three_and_four(number, masked):
    assert mask_phone(number) == masked


def test_addresses_keep_the_estate_only():
    assert mask_address(Address(estate="阳光小区", building="3号楼")) == "阳光小区***"
    assert mask_address(Address(building="3号楼")) == "***"
