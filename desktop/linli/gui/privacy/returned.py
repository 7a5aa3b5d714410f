"""Who was erased and has come back, as from an older backup: told, to be erased again."""

from PySide6.QtWidgets import QWidget

from linli.domain.erasures import Ground
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.privacy.erase import open_erasure

_NAMED = 5


def report_returned(desk: Desk, parent: QWidget) -> None:
    """Say who has come back, if anybody has; the first can be erased again at once."""
    back = desk.services.erasures.returned()
    if not back:
        return
    names = tr("、").join(
        each.name if each.certain else tr("{name}（可能）").format(name=each.name)
        for each in back[:_NAMED]
    )
    if len(back) > _NAMED:
        names = tr("{names}等 {count} 人").format(names=names, count=len(back))
    text = tr("{names}以前已经彻底删除，又从备份或交换文件里带了回来。").format(names=names)
    detail = tr("可以现在再删除一次；不是同一个人的不用管。")
    if desk.ask.confirm(parent, text, accept=tr("删除第一位…"), detail=detail):
        open_erasure(desk, back[0].resident_id, parent, Ground.AGAIN)
