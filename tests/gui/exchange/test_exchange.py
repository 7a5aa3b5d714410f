"""The window of the exchange: trust, write, look, decide, take in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.ask import AskRecorder
from support.machines import Machine, MakeMachines
from support.mnemonics import taken_twice
from support.people import make_draft

from linli.domain.exchange_rows import Side
from linli.domain.exchanges import LineKind
from linli.gui.desk import Desk
from linli.gui.exchange.card_dialog import CardDialog
from linli.gui.exchange.dialog import ExchangeDialog
from linli.gui.exchange.forms import CodeForm, SendForm
from linli.gui.exchange.preview_dialog import PreviewDialog


@pytest.fixture
def other(make_machines: MakeMachines) -> Machine:
    """Another machine with 张三 in it."""
    (machine,) = make_machines("乙")
    machine.services.residents.add(make_draft("张三"))
    return machine


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[ExchangeDialog]:
    """The dialog of an empty ledger that knows no other machine."""
    dialog = ExchangeDialog(desk)
    dialog.open()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def _child(dialog: ExchangeDialog, kind: type) -> object:
    return next(each for each in dialog.children() if isinstance(each, kind))


def _trust(dialog: ExchangeDialog, other: Machine, ask: AskRecorder) -> None:
    ask.expect("confirm", True)
    dialog.trust(other.exchange.own_card().key)
    other.exchange.trust(dialog.desk.services.exchange_files.own_card().key)


def test_a_machine_is_added_from_its_key_file(
    dialog: ExchangeDialog, other: Machine, ask: AskRecorder
) -> None:
    path = other.data_dir.root / "b.linli-key"
    other.exchange.save_key(path)
    ask.expect("choose", 0)
    ask.expect("open_file", path)
    ask.expect("confirm", True)
    dialog.add_machine_button.click()
    assert [machine.key.name for machine in dialog.machines] == ["乙窗口"]
    assert dialog.send_button.isEnabled()


def test_words_that_differ_are_not_trusted(
    dialog: ExchangeDialog, other: Machine, ask: AskRecorder
) -> None:
    ask.expect("confirm", False)
    dialog.trust(other.exchange.own_card().key)
    assert dialog.machines == []
    assert not dialog.send_button.isEnabled()


def test_a_machine_is_added_from_a_scanned_code(
    dialog: ExchangeDialog, other: Machine, ask: AskRecorder, qtbot: QtBot
) -> None:
    ask.expect("choose", 1)
    dialog.add_machine_button.click()
    form = _child(dialog, CodeForm)
    assert isinstance(form, CodeForm)
    form.form.load(text="LINLI1ABC", name="二楼")
    form.accept()
    assert form.form.field("text").error or form.problems.text
    form.form.load(text=other.exchange.own_card().key.text, name="二楼")
    ask.expect("confirm", True)
    form.accept()
    qtbot.waitUntil(lambda: len(dialog.machines) == 1)
    assert dialog.machines[0].key.name == "二楼"


def test_a_file_is_looked_at_decided_and_taken_in(
    dialog: ExchangeDialog, other: Machine, ask: AskRecorder, qtbot: QtBot
) -> None:
    services = dialog.desk.services
    _trust(dialog, other, ask)
    path = other.write(_as_machine(dialog, other))
    services.exchange_files.apply(path)
    for each, word in ((other.services, "教师"), (services, "医生")):
        (row,) = each.residents.find("张三")
        found = each.residents.get(row.id)
        facts = replace(found.facts, occupation=word)
        each.residents.update(row.id, facts, version=found.version)
    ask.expect("open_file", other.write(_as_machine(dialog, other)))
    dialog.read_button.click()
    qtbot.waitUntil(lambda: any(isinstance(c, PreviewDialog) for c in dialog.children()))
    preview = _child(dialog, PreviewDialog)
    assert isinstance(preview, PreviewDialog)
    (line,) = preview.preview.conflicts
    assert (line.ours, line.theirs) == ("医生", "教师")
    preview.table.selectRow(preview.preview.lines.index(line))
    preview.theirs_button.click()
    assert preview.choices().sides == {line.key: Side.THEIRS}
    ask.expect("tell")
    preview.apply_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    (row,) = services.residents.find("张三")
    assert services.residents.get(row.id).facts.occupation == "教师"


def test_a_file_for_another_machine_is_written(
    dialog: ExchangeDialog, other: Machine, ask: AskRecorder, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.desk.services.residents.add(make_draft("李四", sequence=125))
    _trust(dialog, other, ask)
    dialog.send_button.click()
    form = _child(dialog, SendForm)
    assert isinstance(form, SendForm)
    qtbot.waitUntil(lambda: "居民 1 人" in form.form.field("extent").hint)
    ask.expect("save_file", tmp_path / "out.linli-x")
    ask.expect("tell")
    form.accept()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert other.preview(tmp_path / "out.linli-x").counts[LineKind.ADDED]


def test_the_card_shows_words_and_code_and_takes_another_name(
    dialog: ExchangeDialog, ask: AskRecorder, qtbot: QtBot
) -> None:
    dialog.card_button.click()
    card = _child(dialog, CardDialog)
    assert isinstance(card, CardDialog)
    assert not card.code.grab().toImage().isNull()
    ask.expect("text", "一楼窗口")
    card.rename_button.click()
    assert "一楼窗口" in dialog.summary.text()
    assert not taken_twice(card)
    assert not taken_twice(dialog)
    card.close()


def test_a_revoked_machine_is_shown_as_such(
    dialog: ExchangeDialog, other: Machine, ask: AskRecorder
) -> None:
    _trust(dialog, other, ask)
    ask.expect("confirm", True)
    dialog.revoke_button.click()
    assert dialog.machines[0].revoked_at is not None
    assert not dialog.send_button.isEnabled()


def _as_machine(dialog: ExchangeDialog, other: Machine) -> Machine:
    """Return this machine as `Machine.write` knows one: by its card."""
    mine = Machine.__new__(Machine)
    mine.exchange = dialog.desk.services.exchange_files
    assert other.name
    return mine
