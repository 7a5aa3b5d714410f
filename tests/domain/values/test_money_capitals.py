"""Amounts in capitals (大写), as bank slips have them."""

import pytest

from linli.domain.values.money import capital_yuan


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (4_000_00, "肆仟元整"),
        (100_00, "壹佰元整"),
        (0, "零元整"),
        (10_00, "壹拾元整"),
        (105_20, "壹佰零伍元贰角整"),
        (32_26, "叁拾贰元贰角陆分"),
        (32_02, "叁拾贰元零贰分"),
        (5, "伍分"),
        (50, "伍角整"),
        (1_001_00, "壹仟零壹元整"),
        (1_010_00, "壹仟零壹拾元整"),
        (100_005_00, "壹拾万零伍元整"),
        (107_000_53, "壹拾万零柒仟元伍角叁分"),
        (1_000_000_00, "壹佰万元整"),
        (20_000_000_00, "贰仟万元整"),
        (100_000_001_00, "壹亿零壹元整"),
        (123_456_789_012_34, "壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分"),
    ],
)
def test_amount_is_said_in_capitals(fen, said):
    assert capital_yuan(fen) == said


@pytest.mark.parametrize("fen", [-1, 10**14])
def test_amount_that_no_sheet_has_is_refused(fen):
    with pytest.raises(ValueError, match="no sheet"):
        capital_yuan(fen)
