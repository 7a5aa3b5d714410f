"""Reading the tables of dialogs, and waiting for them."""


def column(table, place=0):
    """Return the texts of a column."""
    return [table.item(row, place).text() for row in range(table.rowCount())]


def row(table, place):
    """Return the texts of a line."""
    return [table.item(place, number).text() for number in range(table.columnCount())]


def wait_for(qtbot, table, texts, place=0):
    """Wait until a column says `texts`."""
    qtbot.waitUntil(lambda: column(table, place) == texts, timeout=3000)
