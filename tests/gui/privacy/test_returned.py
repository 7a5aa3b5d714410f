"""Who was erased and came back is listed, and erased again in one step."""

import pytest
from support.ledgers import PASSWORD
from support.people import make_document, make_draft, make_id

from linli.domain.erasures import Ground
from linli.errors import NotFoundError
from linli.gui.privacy.returned import Fate, ReturnedDialog, offer_waiting, report_returned
from linli.storage import erasures


@pytest.fixture
def back(services):
    """Two who were erased are here again: one surely, one who may only have the name."""
    sure = make_draft("欧阳雪松", documents=(make_document(make_id(sequence=321)),))
    namesake = make_draft("张桂兰", sequence=125)
    for draft in (sure, namesake):
        person = services.residents.add(draft)[0]
        services.erasures.erase(person, ground=Ground.REQUEST, password=PASSWORD)
    ids = [
        services.residents.add(sure)[0],
        services.residents.add(make_draft("张桂兰", sequence=127))[0],
    ]
    with services.context.writing("恢复备份", undoable=False) as work:
        erasures.remember_returned(work.connection, erasures.pending_again(work.connection))
    return ids


def _dialog(qtbot, window):
    found = window.findChildren(ReturnedDialog)
    assert len(found) == 1
    qtbot.waitUntil(found[0].isVisible)
    return found[0]


def test_nobody_who_came_back_is_no_question(desk, main_window):
    offer_waiting(desk, main_window)
    assert main_window.findChildren(ReturnedDialog) == []


def test_the_sure_ones_are_erased_again_with_the_password(desk, main_window, back, ask, qtbot):
    offer_waiting(desk, main_window)
    dialog = _dialog(qtbot, main_window)
    dialog.accept()
    assert "密码" in dialog.form.field("password").error
    dialog.form.editor("password").setText(PASSWORD)
    ask.expect("tell")
    dialog.accept()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert "1 人" in ask.last
    with pytest.raises(NotFoundError):
        desk.services.residents.get(back[0])
    assert [each.resident_id for each in desk.services.erasures.waiting()] == [back[1]]


def test_what_is_put_off_is_offered_again(desk, main_window, back, qtbot):
    offer_waiting(desk, main_window)
    _dialog(qtbot, main_window).reject()
    assert len(desk.services.erasures.waiting()) == len(back)
    qtbot.waitUntil(lambda: main_window.findChildren(ReturnedDialog) == [])
    report_returned(desk, main_window)
    _dialog(qtbot, main_window).reject()


def test_a_namesake_is_kept_without_a_password(desk, main_window, back, qtbot):
    offer_waiting(desk, main_window)
    dialog = _dialog(qtbot, main_window)
    dialog.form.editor(f"person{back[0]}").set_value(Fate.LATER)
    dialog.form.editor(f"person{back[1]}").set_value(Fate.OTHER)
    dialog.accept()
    qtbot.waitUntil(lambda: main_window.findChildren(ReturnedDialog) == [])
    assert [each.resident_id for each in desk.services.erasures.returned()] == [back[0]]
