from linli.gui.case_reports.counted import CountedCases
from linli.gui.mediation.page import CaseDialog


def test_a_case_that_a_figure_counted_opens_its_page(desk, many, show, qtbot):
    dialog = show(CountedCases(desk, "受理", frozenset(many[:2]), None))
    assert dialog.table.rowCount() == 2
    dialog.select([0])
    dialog.open_button.click()
    (page,) = dialog.findChildren(CaseDialog)
    assert page.case.id in many[:2]
    page.reject()
