"""The file of a case in the window: scans put in, put in order, the volume bound and kept."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from support import scans
from support.cases import accepted, put_in, take
from support.mnemonics import taken_twice

from linli.domain.case_files import Retention, Sides
from linli.domain.case_flow import Step
from linli.domain.case_papers import PaperKind
from linli.gui.case_files.bound import BindForm, BoundDialog, LockForm
from linli.gui.case_files.dialog import CaseFilesDialog, open_case_files
from linli.gui.case_files.scan_form import ScanForm
from linli.gui.case_files.viewer import ScanDialog, VolumesDialog
from linli.gui.case_papers.form import PaperForm
from linli.gui.tones import GROUND

PASSWORD = "Xihe-2026-juan"


def opened(kind, parent):
    (dialog,) = [each for each in parent.findChildren(kind) if each.isVisible()]
    return dialog


def is_open(kind, parent):
    return any(each.isVisible() for each in parent.findChildren(kind))


def rows(dialog):
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def row_of(dialog, name):
    return [row[0] for row in rows(dialog)].index(name)


@pytest.fixture
def case(services):
    return accepted(services)


@pytest.fixture
def dialog(desk, case, show):
    return show(CaseFilesDialog(desk, case.id))


def files_at(tmp_path, **contents):
    paths = []
    for name, content in contents.items():
        paths.append(tmp_path / f"{name}.bin")
        paths[-1].write_bytes(content)
    return paths


# ---- the list ------------------------------------------------------------------------------


def test_the_list_says_what_is_there_and_what_is_missing(dialog):
    names = [row[0] for row in rows(dialog)]
    assert names[:3] == ["卷宗封面", "卷内目录", "人民调解申请书"]
    assert names[-1] == "封底"
    application = rows(dialog)[2]
    assert application[2:5] == ["必须", "1", "程序生成"]
    identity = rows(dialog)[row_of(dialog, "当事人身份证明")]
    assert identity[4] == "缺"
    assert "要添加扫描件" in identity[5]
    assert "还缺 1 项" in dialog.summary.text()


def test_what_is_missing_is_amber(dialog):
    missing = row_of(dialog, "当事人身份证明")
    for row in range(dialog.table.rowCount()):
        ground = dialog.table.item(row, 0).data(GROUND)
        assert (ground == "warn_soft") is (row == missing)


def test_no_letter_is_taken_twice(dialog):
    assert taken_twice(dialog) == {}


def test_it_opens_from_the_page_of_the_case(desk, case, show):
    from linli.gui.mediation.page import CaseDialog

    page = show(CaseDialog(desk, case))
    page.files_button.click()
    files = opened(CaseFilesDialog, page)
    assert rows(files)
    files.reject()


# ---- adding --------------------------------------------------------------------------------


def test_files_are_chosen_named_and_put_in(dialog, ask, tmp_path, qtbot, services, case):
    paths = files_at(tmp_path, one=scans.png(), two=scans.tiff(2))
    ask.expect("open_files", paths)
    dialog.add_scan_button.click()
    form = opened(ScanForm, dialog)
    form.form.editor("name").setText("身份证")
    form.form.load(name="身份证", party_id=case.facts.parties[0].id, note="复印件")
    form.save_button.click()
    qtbot.waitUntil(lambda: len(services.case_files.files(case.id)) == 2)
    qtbot.waitUntil(lambda: "身份证（2）" in [row[0] for row in rows(dialog)])
    line = rows(dialog)[row_of(dialog, "身份证（2）")]
    assert line[1] == case.facts.parties[0].name
    assert line[3:] == ["5—6", "附件（TIFF 扫描件）", "复印件"]
    others = [party.name for party in case.facts.parties[1:]]
    assert [row[1] for row in rows(dialog) if "要添加扫描件" in row[5]] == others


def test_files_are_dropped_on_the_list(dialog, tmp_path, qtbot, services, case):
    (path,) = files_at(tmp_path, one=scans.jpeg())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), *actions, Qt.KeyboardModifier.NoModifier)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(50, 50), *actions, Qt.KeyboardModifier.NoModifier))
    opened(ScanForm, dialog).save_button.click()
    qtbot.waitUntil(lambda: len(services.case_files.files(case.id)) == 1)


def test_what_cannot_be_taken_is_told(dialog, ask, tmp_path, qtbot, services, case):
    put_in(services, case)
    dialog.add_paths(files_at(tmp_path, bad=b"no picture", again=scans.png(), good=scans.tiff()))
    ask.expect("warn")
    opened(ScanForm, dialog).save_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert ask.last == "添加了 1 个附件，有 2 个没有添加。"


def test_only_what_makes_sense_is_asked(dialog, tmp_path):
    dialog.add_paths(files_at(tmp_path, one=scans.png()))
    form = opened(ScanForm, dialog)
    shown = {name for name in form.form.names() if form.form.field(name).isVisible()}
    assert "replaces" not in shown, "nothing is made of a proof of identity"
    form.form.editor("kind").set_value(PaperKind.APPLICATION)
    shown = {name for name in form.form.names() if form.form.field(name).isVisible()}
    assert {"replaces", "kind", "name", "note", "party_id"} <= shown
    assert "subject" not in shown
    form.form.modified = False
    form.reject()


def test_a_name_that_is_too_long_stays_in_the_form(dialog, tmp_path):
    dialog.add_paths(files_at(tmp_path, one=scans.png()))
    form = opened(ScanForm, dialog)
    form.form.editor("name").set_value("名" * 61)
    form.save_button.click()
    assert "最多 60 个" in form.form.field("name").error
    form.form.modified = False
    form.reject()


def test_a_missing_scan_is_added_by_opening_its_line(dialog, ask, tmp_path):
    ask.expect("open_files", files_at(tmp_path, one=scans.png()))
    dialog.select([row_of(dialog, "当事人身份证明")])
    dialog.table.itemActivated.emit(dialog.table.currentItem())
    form = opened(ScanForm, dialog)
    assert form.form.value("kind") is PaperKind.IDENTITY
    form.reject()


def test_a_paper_that_is_not_filled_in_is_opened_from_its_line(dialog):
    dialog.select([row_of(dialog, "人民调解申请书")])
    assert dialog.edit_button.isEnabled()
    dialog.edit_button.click()
    form = opened(PaperForm, dialog)
    form.form.modified = False
    form.reject()
    dialog.select([row_of(dialog, "卷内目录")])
    assert not dialog.edit_button.isEnabled()


def test_a_case_that_is_gone_is_said(desk, ask, main_window):
    ask.expect("warn")
    open_case_files(desk, 99, main_window)
    assert ask.last


# ---- what is put in ------------------------------------------------------------------------


def test_a_file_is_changed_moved_looked_at_and_taken_out(desk, case, services, show, ask, qtbot):
    ids = [
        put_in(services, case, content=scans.png(scans.page((60, 60 + n), "RGB")), name=f"证{n}")
        for n in range(3)
    ]
    dialog = show(CaseFilesDialog(desk, case.id))
    dialog.select([row_of(dialog, "证0")])
    assert not dialog.up_button.isEnabled()
    dialog.down_button.click()
    order = [ids[1], ids[0], ids[2]]
    qtbot.waitUntil(lambda: [f.id for f in services.case_files.files(case.id)] == order)
    qtbot.waitUntil(lambda: row_of(dialog, "证1") < row_of(dialog, "证0"))
    dialog.select([row_of(dialog, "证0")])
    dialog.edit_button.click()
    form = opened(ScanForm, dialog)
    assert form.form.value("name") == "证0"
    form.form.editor("name").set_value("户口页")
    form.save_button.click()
    qtbot.waitUntil(lambda: "户口页" in [row[0] for row in rows(dialog)])
    dialog.select([row_of(dialog, "户口页")])
    dialog.view_button.click()
    qtbot.waitUntil(lambda: is_open(ScanDialog, dialog))
    viewer = opened(ScanDialog, dialog)
    assert viewer.preview.view.page_count == 1
    viewer.reject()
    ask.expect("confirm", True)
    dialog.take_out_button.click()
    qtbot.waitUntil(lambda: len(services.case_files.files(case.id)) == 2)


def test_nothing_is_changed_in_an_archived_file(desk, case, services, show, ask, tmp_path):
    case = take(services, case, Step.DECLINE, date(2026, 8, 9), reason="不愿调解")
    take(services, case, Step.ARCHIVE, date(2026, 8, 10))
    dialog = show(CaseFilesDialog(desk, case.id))
    dialog.select([row_of(dialog, "当事人身份证明")])
    assert dialog.view_button.isEnabled()
    assert dialog.volumes_button.isEnabled()
    for button in (
        *(dialog.add_scan_button, dialog.edit_button, dialog.take_out_button),
        *(dialog.up_button, dialog.down_button),
    ):
        assert not button.isEnabled()
    ask.expect("warn")
    dialog.add_paths(files_at(tmp_path, one=scans.tiff()))
    assert "已经归档" in ask.last


# ---- binding -------------------------------------------------------------------------------


def test_a_file_that_lacks_something_says_what(dialog, ask, qtbot):
    ask.expect("warn")
    dialog.bind_button.click()
    opened(BindForm, dialog).save_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert "当事人身份证明（要添加扫描件）" in ask.last


@pytest.fixture
def bound(desk, case, services, show, qtbot):
    """The dialog of a bound file, with how long it is kept."""
    put_in(services, case)
    dialog = show(CaseFilesDialog(desk, case.id))
    dialog.bind_button.click()
    form = opened(BindForm, dialog)
    assert form.form.value("sides") is Sides.ONE
    assert form.form.value("keeping") is None, "no period is offered"
    form.form.editor("keeping").set_value(Retention.LONG)
    form.save_button.click()
    qtbot.waitUntil(lambda: is_open(BoundDialog, dialog))
    shown = opened(BoundDialog, dialog)
    yield shown
    shown.reject()


def test_the_bound_file_is_shown_with_the_period_on_its_cover(bound, services, case):
    assert bound.preview.view.page_count > 4
    assert services.case_files.keeping(case.id) == "长期"


def test_on_a_small_screen_all_of_a_bound_file_can_be_reached(desk, show):
    shown = show(BoundDialog(desk, scans.make_pdf((210, 297)), "调解卷宗", None))
    for button in (shown.lock_button, shown.close_button):
        assert shown.rect().contains(button.geometry())
    assert shown.width() <= shown.screen().availableGeometry().width()


def test_a_copy_is_saved_with_a_password_typed_twice(bound, ask, tmp_path, qtbot):
    path = tmp_path / "给街道.pdf"
    bound.lock_button.click()
    form = opened(LockForm, bound)
    form.form.load(password=PASSWORD, repeated="other-2026")
    form.save_button.click()
    assert "两次输入的密码不一样" in form.form.field("repeated").error
    form.form.load(password="short", repeated="short")
    form.save_button.click()
    assert "密码太短" in form.form.field("password").error
    form.form.load(password=PASSWORD, repeated=PASSWORD)
    ask.expect("save_file", path)
    ask.expect("tell")
    form.save_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(path)
    with pypdfium2.PdfDocument(path, password=PASSWORD) as document:
        assert len(document) == bound.preview.view.page_count


def test_what_was_archived_is_printed_again(desk, case, services, show, qtbot):
    case = take(services, case, Step.DECLINE, date(2026, 8, 9), reason="不愿调解")
    take(services, case, Step.ARCHIVE, date(2026, 8, 10))
    dialog = show(CaseFilesDialog(desk, case.id))
    dialog.volumes_button.click()
    volumes = opened(VolumesDialog, dialog)
    assert volumes.table.rowCount() == 1
    volumes.print_button.click()
    qtbot.waitUntil(lambda: is_open(BoundDialog, volumes))
    shown = opened(BoundDialog, volumes)
    assert shown.preview.view.page_count == services.case_files.volumes(case.id)[0].pages
    shown.reject()
    volumes.reject()


def test_a_case_that_was_not_handed_over_has_no_package(dialog, ask, qtbot):
    ask.expect("warn")
    dialog.transfer_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert "没有移交单" in ask.last


def test_it_closes_without_a_trace(desk, case, qtbot, assert_freed, main_window):
    open_case_files(desk, case.id, main_window)
    dialog = opened(CaseFilesDialog, main_window)
    dialog.reject()
    assert_freed(dialog)
