import pytest
from PySide6.QtWidgets import QWidget

from linli.domain.residents import ResidentDraft, ResidentFilter, Sex
from linli.gui.export_form import ExportForm


@pytest.fixture
def shown():
    return ResidentFilter(sex=Sex.FEMALE)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def form(desk, services, shown, window):
    services.residents.add(ResidentDraft(name="张三", sex=Sex.MALE))
    services.residents.add(ResidentDraft(name="王芳", sex=Sex.FEMALE))
    form = ExportForm(desk, shown, window)
    form.open()
    return form


def names_in(path):
    from python_calamine import load_workbook

    rows = load_workbook(path).get_sheet_by_index(0).to_python()
    cells = {str(cell) for row in rows for cell in row}
    return {"张三", "王芳"} & cells


@pytest.mark.parametrize(("everybody", "names"), [(False, {"王芳"}), (True, {"张三", "王芳"})])
def test_whom_the_table_shows_or_everybody(form, ask, tmp_path, qtbot, everybody, names):
    path = tmp_path / "名册.xlsx"
    if everybody:
        form.form.editor("whom").set_value(ResidentFilter())
    ask.expect("save_file", path)
    ask.expect("tell")
    form.accept()
    qtbot.waitUntil(lambda: len(ask.asked) == 2, timeout=20000)
    assert names_in(path) == names


def test_full_numbers_need_a_reason(form):
    form.form.editor("masked").set_value(False)
    form.accept()
    assert "用途" in form.form.field("reason").error
    form.close()


def test_masked_export_asks_for_none(form):
    assert form.form.field("reason").isHidden()
    form.form.editor("masked").set_value(False)
    assert not form.form.field("reason").isHidden()
    form.close()


def test_form_says_how_many_and_what_of_them(form):
    assert form.summary.text().startswith("将导出 1 人")
    assert "隐去中间几位" in form.summary.text()
    form.form.editor("whom").set_value(ResidentFilter())
    form.form.editor("masked").set_value(False)
    assert form.summary.text().startswith("将导出 2 人")
    assert "操作日志" in form.summary.text()
    form.close()


def test_nobody_cannot_be_exported(desk, window):
    empty = ExportForm(desk, ResidentFilter(), window)
    empty.open()
    assert not empty.save_button.isEnabled()
    assert empty.summary.text().startswith("将导出 0 人")
    empty.close()


def test_no_place_chosen_exports_nothing(form, ask, services):
    ask.expect("save_file", None)
    form.accept()
    assert [e.action for e in services.history.events() if "导出" in e.action] == []
