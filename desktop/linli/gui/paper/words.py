"""What a printer gets wrong, in a clerk's words."""

from linli.domain.paper import Correction, Duplex, PrinterProfile, Side
from linli.domain.values.measures import number_text
from linli.gui.i18n import mark, tr

SIDE = {Side.FRONT: mark("正面"), Side.BACK: mark("背面")}
TURN = {Duplex.LONG: mark("沿长边翻（像翻书页）"), Duplex.SHORT: mark("沿短边翻（像翻挂历）")}
_SEEN_MM = 0.05  # what is less cannot be read off a ruler
_SEEN_DEGREES = 0.02
_SEEN_SCALE = 0.0005


def correction_words(correction: Correction) -> str:
    """Say what a correction does to the content, such as 往右移 1.5 毫米."""
    parts = [
        _moved(correction.dx, tr("往右移 {mm} 毫米"), tr("往左移 {mm} 毫米")),
        _moved(correction.dy, tr("往下移 {mm} 毫米"), tr("往上移 {mm} 毫米")),
        _turned(correction.rotation),
        _scaled(correction.scale_x, tr("左右放大到 {percent}%"), tr("左右缩小到 {percent}%")),
        _scaled(correction.scale_y, tr("上下放大到 {percent}%"), tr("上下缩小到 {percent}%")),
    ]
    said = tr("、").join(filter(None, parts))
    return said or tr("不用动，印得很准")


def by_hand_words(profile: PrinterProfile) -> str:
    """Say how the stack is turned by hand."""
    order = tr("从最后一张印起") if profile.backs_reversed else tr("从第一张印起")
    return tr("{turn}，背面{order}").format(turn=tr(TURN[profile.turn]), order=order)


def _moved(value: float, forward: str, backward: str) -> str:
    if abs(value) < _SEEN_MM:
        return ""
    return (forward if value > 0 else backward).format(mm=number_text(round(abs(value), 1)))


def _turned(degrees: float) -> str:
    if abs(degrees) < _SEEN_DEGREES:
        return ""
    words = tr("顺时针转 {degrees} 度") if degrees > 0 else tr("逆时针转 {degrees} 度")
    return words.format(degrees=number_text(round(abs(degrees), 2)))


def _scaled(scale: float, larger: str, smaller: str) -> str:
    if abs(scale - 1) < _SEEN_SCALE:
        return ""
    return (larger if scale > 1 else smaller).format(percent=number_text(round(100 * scale, 1)))
