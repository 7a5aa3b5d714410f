import pytest
import shiboken6
from support.window import settle

from linli.gui.residents.tab import ResidentsTab


@pytest.fixture
def cast(services):
    """Four people in the ledger."""
    return settle(services)


@pytest.fixture
def empty_tab(desk, qtbot):
    """The tab on an empty ledger."""
    tab = ResidentsTab(desk)
    tab.resize(1366, 640)
    tab.show()
    qtbot.waitExposed(tab)
    yield tab
    shiboken6.delete(tab)


@pytest.fixture
def tab(cast, empty_tab):
    """The tab on the ledger of `cast`."""
    empty_tab.refresh()
    return empty_tab


@pytest.fixture
def names(tab):
    """Whom the table shows, in order."""

    def shown():
        model = tab.table.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    return shown
