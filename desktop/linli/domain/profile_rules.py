"""Rules of printer profiles (打印机档案) before they are saved."""

from collections.abc import Iterator

from linli.domain.paper import Correction, Duplex, PrinterProfile, Side
from linli.errors import FieldProblem

MOST_MOVED = 20.0
"""mm: no healthy printer is off by as much."""
MOST_SCALED = 0.1
"""Part of 1; shrinking to fit the page, which is put right in the print dialog, is 0.03 to 0.06."""
MOST_TURNED = 5.0
"""Degrees."""
_LONGEST_NAME = 40
_SIDES = {Side.FRONT: "正面", Side.BACK: "背面"}


def check_profile(profile: PrinterProfile) -> list[FieldProblem]:
    """Return every broken rule; fields of a side are called `front_dx`, `back_rotation`."""
    return list(_problems(profile))


def _problems(profile: PrinterProfile) -> Iterator[FieldProblem]:
    if not profile.name.strip():
        yield FieldProblem(field="name", message="没有填写名称，请填写，如“大厅打印机 手送纸盒”。")
    if len(profile.name) > _LONGEST_NAME:
        yield FieldProblem(
            field="name",
            message=f"名称有 {len(profile.name)} 个字，太长，最多 {_LONGEST_NAME} 个，请缩短。",
        )
    if profile.tray and not profile.printer:
        message = f"选了纸盒“{profile.tray}”却没有选打印机，请选打印机，或不选纸盒。"
        yield FieldProblem(field="printer", message=message)
    if profile.turn is Duplex.MANUAL:
        yield FieldProblem(field="turn", message="请选沿长边翻还是沿短边翻。")
    for side, name in _SIDES.items():
        yield from _side_problems(side, name, profile.correction(side))


def _side_problems(side: Side, name: str, correction: Correction) -> Iterator[FieldProblem]:
    for part, words, value in (
        ("dx", "左右", correction.dx),
        ("dy", "上下", correction.dy),
    ):
        if not abs(value) <= MOST_MOVED:
            yield FieldProblem(
                field=f"{side}_{part}",
                message=f"{name}{words}移 {value:g} 毫米太多，最多 {MOST_MOVED:g} 毫米，请核对。",
            )
    for part, words, value in (
        ("scale_x", "宽", correction.scale_x),
        ("scale_y", "高", correction.scale_y),
    ):
        if not abs(value - 1) <= MOST_SCALED:
            low, high = 100 * (1 - MOST_SCALED), 100 * (1 + MOST_SCALED)
            yield FieldProblem(
                field=f"{side}_{part}",
                message=f"{name}{words}缩放 {100 * value:g}% 不对，"
                f"应在 {low:g}% 到 {high:g}% 之间，请核对。",
            )
    if not abs(correction.rotation) <= MOST_TURNED:
        yield FieldProblem(
            field=f"{side}_rotation",
            message=f"{name}转 {correction.rotation:g} 度太多，最多 {MOST_TURNED:g} 度，请核对。",
        )
