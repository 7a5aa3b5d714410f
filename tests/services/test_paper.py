"""Sheets and printers on a real ledger."""

from dataclasses import replace

import pytest

from linli.domain.calibration import Readings
from linli.domain.changes import Kind
from linli.domain.paper import (
    A4,
    A5,
    BUSINESS,
    ID_1,
    CardSize,
    Correction,
    Duplex,
    PrinterProfile,
    Sheet,
)
from linli.domain.templates.strict import TemplateError
from linli.errors import InvalidInput, NotFoundError, UserError

LABELS = Sheet(
    id="",
    title="标签 3×8（小卖部买的）",
    width=210,
    height=297,
    columns=3,
    rows=8,
    left=3,
    top=5.5,
    card_width=66,
    card_height=34,
    pitch_x=69,
    pitch_y=36,
)
SMALL = CardSize(width=64, height=33)
OFFICE = PrinterProfile(
    name="大厅打印机 手送",
    printer="Office",
    tray="ByPass",
    front=Correction(dx=1.5, dy=-0.5, rotation=0.1),
    back=Correction(dx=-1, scale_x=1.004),
    turn=Duplex.SHORT,
    backs_reversed=True,
)


def test_own_sheet_is_kept_and_offered_for_cards_that_suit_it(services):
    sheet_id, changes = services.paper.save_sheet(LABELS)
    assert sheet_id == "own-1"
    assert changes.kinds == {Kind.SETTINGS}
    assert services.paper.own_sheets() == [replace(LABELS, id="own-1")]
    assert services.paper.sheet("own-1", SMALL).pitch_y == 36
    assert "own-1" not in {sheet.id for sheet in services.paper.sheets_for(BUSINESS)}


def test_sheet_whose_cells_are_as_large_as_the_cards_comes_first(services):
    for size, usual in ((BUSINESS, "a4x10-90x54"), (ID_1, "a4x10-id1")):
        assert services.paper.sheets_for(size)[0].id == usual
        assert services.paper.sheet("a4x10", size).id == usual


def test_beginning_that_several_sheets_share_is_refused(services):
    with pytest.raises(NotFoundError, match="a4-label-2x5-105x59"):
        services.paper.sheet("a4", BUSINESS)


def test_own_sheet_is_changed_in_its_place(services):
    services.paper.save_sheet(LABELS)
    services.paper.save_sheet(replace(LABELS, title="另一种"))
    first = services.paper.own_sheets()[0]
    assert services.paper.save_sheet(replace(first, left=2.5))[0] == "own-1"
    assert [(s.id, s.left) for s in services.paper.own_sheets()] == [("own-1", 2.5), ("own-2", 3)]


def test_copy_of_a_shipped_sheet_becomes_an_own_one(services):
    shipped = services.paper.shipped_sheets()[0]
    sheet_id, _ = services.paper.save_sheet(replace(shipped, title="我们的名片纸"))
    assert (sheet_id, services.paper.own_sheets()[0].crop_marks) == ("own-1", True)


@pytest.mark.parametrize(
    ("facts", "field", "said"),
    [
        ({"title": "  "}, "title", "没有填写名称"),
        ({"title": "A4 标签 3×8（70×37 毫米）"}, "title", "已经有一种纸叫"),
        ({"left": 30}, "width", "超出纸"),
        ({"pitch_y": 30}, "pitch_y", "叠在一起"),
        ({"columns": 0}, "columns", "至少是 1"),
    ],
)
def test_sheet_that_cannot_be_is_refused_by_field(services, facts, field, said):
    with pytest.raises(InvalidInput) as caught:
        services.paper.save_sheet(replace(LABELS, **facts))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert said in caught.value.message
    assert services.paper.own_sheets() == []


def test_removing_a_sheet_is_one_undo_step(services):
    sheet_id, _ = services.paper.save_sheet(LABELS)
    services.paper.remove_sheet(sheet_id)
    assert services.paper.own_sheets() == []
    assert services.history.state().undo.action == "删除纸张「标签 3×8（小卖部买的）」"
    services.history.undo()
    assert len(services.paper.own_sheets()) == 1


def test_sheet_that_is_gone_is_said(services):
    with pytest.raises(NotFoundError, match="own-7"):
        services.paper.remove_sheet("own-7")
    with pytest.raises(NotFoundError, match="own-7"):
        services.paper.save_sheet(replace(LABELS, id="own-7"))


def test_damaged_sheets_are_named_and_never_guessed(services):
    services.settings.save_value("sheets", [{"id": "own-1", "title": "纸", "width": "210"}])
    with pytest.raises(TemplateError, match="自己加的纸张"):
        services.paper.own_sheets()


def test_profile_comes_back_as_given(services):
    changes = services.paper.save_profile(OFFICE)
    assert changes.kinds == {Kind.SETTINGS}
    assert services.paper.profile(OFFICE.name) == OFFICE
    assert services.paper.profiles() == [OFFICE]
    assert services.history.state().undo.action == f"添加打印机档案「{OFFICE.name}」"


def test_profile_is_renamed_in_its_place(services):
    services.paper.save_profile(OFFICE)
    services.paper.save_profile(replace(OFFICE, name="二楼", printer="Upstairs"))
    services.paper.save_profile(replace(OFFICE, name="大厅"), old_name=OFFICE.name)
    assert services.history.state().undo.action == "修改打印机档案「大厅」"
    assert [profile.name for profile in services.paper.profiles()] == ["大厅", "二楼"]
    with pytest.raises(NotFoundError, match="可以选：“大厅”、“二楼”"):
        services.paper.profile(OFFICE.name)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "长" * 41}, "name"),
        ({"printer": None}, "printer"),
        ({"turn": Duplex.MANUAL}, "turn"),
        ({"front": Correction(dx=35)}, "front_dx"),
        ({"back": Correction(dy=float("nan"))}, "back_dy"),
        ({"back": Correction(scale_y=1.2)}, "back_scale_y"),
        ({"front": Correction(rotation=-9)}, "front_rotation"),
        ({"name": "二楼"}, "name"),
    ],
)
def test_profile_that_cannot_be_is_refused_by_field(services, facts, field):
    services.paper.save_profile(replace(OFFICE, name="二楼"))
    with pytest.raises(InvalidInput) as caught:
        services.paper.save_profile(replace(OFFICE, **facts))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert len(services.paper.profiles()) == 1


def test_profile_of_the_very_tray_is_best(services):
    paper = services.paper
    for name, printer, tray in (
        ("甲", "Office", None),
        ("乙", "Office", "Tray1"),
        ("丙", "Hall", "Tray1"),
    ):
        paper.save_profile(PrinterProfile(name=name, printer=printer, tray=tray))

    def found(printer, tray=None):
        profile = paper.profile_for(printer, tray)
        return profile and profile.name

    assert found("Office", "Tray1") == "乙"
    assert found("Office", "ByPass") == "甲"
    assert found("Office") == "甲"
    assert found("Hall") == "丙"
    assert found("Hall", "ByPass") is None
    assert found("Nowhere", "Tray1") is None
    assert found(None) is None


def test_removing_a_profile_can_be_undone(services):
    services.paper.save_profile(OFFICE)
    services.paper.remove_profile(OFFICE.name)
    assert services.paper.profiles() == []
    services.history.undo()
    assert services.paper.profiles() == [OFFICE]
    with pytest.raises(NotFoundError, match="可以选"):
        services.paper.remove_profile("没有这个")


def test_calibrating_moves_the_content_back_by_what_was_read(services):
    services.paper.save_profile(PrinterProfile(name="大厅", printer="Office"))
    services.paper.calibrate(
        "大厅", Readings(a=1.5, b=1.5, c=-1), None, A4, printed_with_correction=False
    )
    profile = services.paper.profile("大厅")
    assert (profile.front.dx, profile.front.dy) == pytest.approx((-1.5, 1))
    assert profile.back == Correction()
    assert services.history.state().undo.action == "校准打印机「大厅」"


def test_sheet_printed_with_the_correction_adds_to_it(services):
    old = Correction(dx=-1.5)
    services.paper.save_profile(PrinterProfile(name="大厅", front=old, back=old))
    rest = Readings(a=0.5, b=0.5, c=0)
    services.paper.calibrate("大厅", rest, None, A4, printed_with_correction=True)
    assert services.paper.profile("大厅").front.dx == pytest.approx(-2)
    services.paper.calibrate("大厅", None, rest, A4, printed_with_correction=False)
    assert services.paper.profile("大厅").back.dx == pytest.approx(-0.5)


def test_readings_that_cannot_be_are_named_with_their_side(services):
    services.paper.save_profile(OFFICE)
    wrong = Readings(a=15, b=0, c=0)
    with pytest.raises(InvalidInput) as caught:
        services.paper.calibrate(
            OFFICE.name, wrong, replace(wrong, a=0, c=99), A4, printed_with_correction=False
        )
    assert [problem.field for problem in caught.value.problems] == ["front_a", "back_c"]
    assert services.paper.profile(OFFICE.name) == OFFICE


def test_ruler_sheet_is_made_with_or_without_the_correction(services):
    plain = services.paper.calibration_sheet(OFFICE, A4)
    assert plain.startswith(b"%PDF")
    assert services.paper.calibration_sheet(OFFICE, A4, corrected=True) != plain
    assert services.paper.calibration_sheet(None, A5).startswith(b"%PDF")
    with pytest.raises(UserError, match="放不下"):
        services.paper.calibration_sheet(None, BUSINESS)
