"""What an import would do, in words before it is done."""

from PySide6.QtWidgets import QLabel

from linli.domain.imports import ImportOutcome, RowRef, SetAside, SetAsideReason
from linli.gui.importing.outcome_page import OutcomePage


def test_masked_numbers_are_explained_before_anything_is_entered(theme, qtbot):
    page = OutcomePage(theme)
    qtbot.addWidget(page)
    aside = SetAside(
        at=RowRef(sheet="一", number=3), column=6, reason=SetAsideReason.MASKED, message="对不上"
    )
    page.set_outcome(
        ImportOutcome(file_name="名册.xlsx", rows=3, joined=2, unmasked=2, problems=(aside,))
    )
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "2 行按露出的几位对上了" in said
    assert "1 行对不上" in said
    page.set_outcome(ImportOutcome(file_name="名册.xlsx", rows=3, added=3))
    assert not any("遮盖" in each.text() for each in page.findChildren(QLabel))
