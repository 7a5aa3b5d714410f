"""What leaves on paper or in a file about people's data: notices, slips, the person's copy."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.print_dialog import open_print_dialog


def print_notices(desk: Desk, resident_ids: Sequence[int], owner: QWidget) -> None:
    """Show the notices for these people, a blank one if there are none, to be printed."""
    desk.jobs.run(
        lambda progress: desk.services.consents.notices(resident_ids, progress),
        owner=owner,
        done=lambda content: open_print_dialog(desk, content, tr("个人信息告知书"), owner),
        title=tr("正在准备告知书…"),
    )


def print_slip(desk: Desk, request_id: int, owner: QWidget) -> None:
    """Show the slip of a request, to be printed."""
    desk.jobs.run(
        lambda _: desk.services.privacy_requests.slip(request_id),
        owner=owner,
        done=lambda content: open_print_dialog(desk, content, tr("个人信息答复单"), owner),
        title=tr("正在准备答复单…"),
    )


def print_extract(desk: Desk, resident_id: int, owner: QWidget) -> None:
    """Show a person's copy, to be printed."""
    desk.jobs.run(
        lambda progress: desk.services.privacy_requests.extract_pdf(resident_id, progress),
        owner=owner,
        done=lambda content: open_print_dialog(desk, content, tr("个人信息副本"), owner),
        title=tr("正在准备个人信息副本…"),
    )


def export_extract(desk: Desk, resident_id: int, owner: QWidget) -> None:
    """Ask where to, and write a person's copy as a workbook."""
    kinds = tr("Excel 工作簿 (*.xlsx)")
    path = desk.ask.save_file(owner, tr("导出个人信息副本"), tr("个人信息副本.xlsx"), kinds)
    if path is None:
        return
    desk.jobs.run(
        lambda _: desk.services.privacy_requests.extract_workbook(resident_id, path),
        owner=owner,
        done=lambda _: desk.ask.tell(
            owner,
            tr("个人信息副本已导出。"),
            tr("位置：{path}。里面有完整号码，交给本人后请删除这个文件。").format(path=path),
        ),
        title=tr("正在导出…"),
    )
