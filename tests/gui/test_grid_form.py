import pytest
from PySide6.QtGui import QGuiApplication, QImage
from support.window import opened

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.values.addresses import Address
from linli.gui.grid_form import BuildingsInput, GridForm
from linli.gui.photo_crop import CropDialog


@pytest.fixture
def form(desk, qtbot):
    form = GridForm(desk, None)
    form.open()
    yield form
    form.form.modified = False
    form.close()


def fill(form, **values):
    for name, value in values.items():
        form.form.editor(name).set_value(value)


def saved(form, qtbot):
    with qtbot.waitSignal(form.saved):
        form.accept()


@pytest.fixture
def open_form(desk):
    def show(grid=None):
        form = GridForm(desk, grid)
        form.open()
        return form

    return show


def test_grid_is_saved_with_buildings_and_officers(open_form, services, qtbot):
    form = open_form()
    fill(form, number="1", name="第一网格", leader_name="王芳", leader_phone="138 0000 0001")
    form.form.editor("buildings").line.setText("3号楼、5#、幸福巷12号")
    saved(form, qtbot)
    facts = services.grids.list_all()[0].facts
    assert facts.officers == (GridOfficer(role=GridRole.LEADER, name="王芳", phone="13800000001"),)
    assert [b.building for b in facts.buildings] == ["3号楼", "5号楼", "12号"]


def test_missing_number_and_name_stand_beside_their_fields(form):
    assert form.form.value("number") == "1", "the next free number is offered"
    form.form.load(number="")
    form.accept()
    assert "编号" in form.form.field("number").error
    assert "名称" in form.form.field("name").error


def test_phone_without_a_name_is_refused_at_that_post(form):
    fill(form, number="1", name="第一网格", police_phone="13800000003")
    form.accept()
    assert "姓名" in form.form.field("police_name").error
    assert form.form.field("leader_name").error == ""


def test_wrong_phone_is_refused_beside_it(form):
    fill(form, number="1", name="第一网格", leader_name="王芳", leader_phone="12")
    form.accept()
    assert form.form.field("leader_phone").error


def test_building_of_another_grid_is_refused(form, services):
    services.grids.add(
        GridDraft(number="2", name="第二网格", buildings=(Address(building="3号楼"),))
    )
    fill(form, number="1", name="第一网格", buildings=(Address(building="3号楼"),))
    form.accept()
    assert "第二网格" in form.form.field("buildings").error


def test_editing_keeps_what_is_not_touched(open_form, services, qtbot):
    draft = GridDraft(
        number="1",
        name="第一网格",
        buildings=(Address(estate="幸福巷"),),
        officers=(GridOfficer(role=GridRole.POLICE, name="李警官", phone="110"),),
        note="东边",
    )
    grid_id, _ = services.grids.add(draft)
    form = open_form(services.grids.get(grid_id))
    fill(form, name="东网格")
    saved(form, qtbot)
    facts = services.grids.get(grid_id).facts
    assert facts.name == "东网格"
    assert (facts.buildings, facts.officers, facts.note) == (
        draft.buildings,
        draft.officers,
        draft.note,
    )


def test_change_of_somebody_else_is_not_overwritten(open_form, services):
    grid_id, _ = services.grids.add(GridDraft(number="1", name="第一网格"))
    form = open_form(services.grids.get(grid_id))
    services.grids.update(grid_id, GridDraft(number="1", name="别人的"), version=1)
    fill(form, name="我的")
    form.accept()
    assert form.problems.text
    assert services.grids.get(grid_id).facts.name == "别人的"
    form.form.modified = False
    form.close()


def test_photo_from_the_clipboard_is_kept(open_form, services, qtbot):
    image = QImage(60, 80, QImage.Format.Format_RGB32)
    image.fill("navy")
    QGuiApplication.clipboard().setImage(image)
    form = open_form()
    fill(form, number="1", name="第一网格", leader_name="王芳")
    form.form.editor("leader_photo").paste_button.click()
    opened(CropDialog).use_button.click()
    saved(form, qtbot)
    digest = services.grids.list_all()[0].facts.officers[0].photo
    assert QImage.fromData(services.settings.photo(digest)).width() == 60


def test_every_label_has_a_mnemonic_of_its_own(form):
    from PySide6.QtWidgets import QLabel

    labels = [label.text() for label in form.findChildren(QLabel) if label.buddy()]
    keys = [text.split("(&")[1][0] for text in labels]
    assert len(keys) == len(set(keys)) == 13


def test_free_buildings_are_offered(qtbot):
    free = [Address(building="3号楼"), Address(estate="幸福巷", building="12号")]
    line = BuildingsInput(free, "西河社区")
    qtbot.addWidget(line)
    line.set_value((Address(building="1号楼"),))
    with qtbot.waitSignal(line.edited):
        line.offer_buttons[1].click()
    assert line.value() == (
        Address(building="1号楼"),
        Address(estate="幸福巷", building="12号"),
    )
    assert not line.offer_buttons[1].isEnabled()


def test_what_is_no_building_is_named(qtbot):
    line = BuildingsInput([], "西河社区")
    qtbot.addWidget(line)
    line.line.setText("3号楼、501")
    assert "501" in line.problem()
