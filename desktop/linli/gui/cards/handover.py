"""The hand-over sheet (签收表) of a run: who signs for which card, building by building."""

from PySide6.QtWidgets import QWidget

from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.print_dialog import open_print_dialog


def open_handover(desk: Desk, run_id: int, parent: QWidget) -> None:
    """Ask how the sheet shall be, make it beside the window and show it."""
    answer = desk.ask.choose(parent, tr("签收表怎么印？"), [tr("连着印"), tr("每栋楼另起一页")])
    if answer is None:
        return

    desk.jobs.run(
        lambda progress: desk.services.runs.handover(
            run_id, page_per_building=answer == 1, progress=progress
        ),
        owner=parent,
        done=lambda content: open_print_dialog(desk, content, tr("签收表"), parent),
        title=tr("正在准备签收表…"),
    )
