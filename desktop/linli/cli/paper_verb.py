"""`linli calibrate`, and the paper that the verbs lay cards on."""

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened
from linli.cli.output import check_place, say, write_json
from linli.errors import InvalidInput, NotFoundError

if TYPE_CHECKING:
    from linli.domain.calibration import Readings
    from linli.domain.paper import CardSize, Correction, PaperSetup
    from linli.services.container import Services
    from linli.services.paper import PaperService

_FEWEST, _MOST = 3, 5  # numbers read on a side


def setup_of(
    services: "Services", options: Namespace, size: "CardSize", base: "PaperSetup | None" = None
) -> "PaperSetup":
    """Return the paper that was asked for.

    Args:
        services: for the sheets and profiles.
        options: `sheet`, `start_slot`, `duplex`, `sides` and `profile`, each may be None.
        size: of the cards.
        base: what holds where nothing was asked for; None for one card a page. By hand the fronts
            are printed unless another side is asked for.

    Raises:
        UsageError: there is no such sheet or profile, or the sheet has no such slot.
    """
    from linli.domain.paper import Duplex, PaperSetup, Pass, single_sheet

    base = base or PaperSetup(sheet=single_sheet(size))
    duplex = Duplex(options.duplex) if options.duplex else base.duplex
    by_hand = duplex is Duplex.MANUAL
    usual = Pass.FRONTS if by_hand and base.sides is Pass.BOTH else base.sides
    paper = services.paper
    try:
        return PaperSetup(
            sheet=paper.sheet(options.sheet, size) if options.sheet else base.sheet,
            start_slot=options.start_slot or (1 if options.sheet else base.start_slot),
            duplex=duplex,
            sides=Pass(options.sides) if options.sides else usual,
            profile=paper.profile(options.profile) if options.profile else base.profile,
        )
    except (NotFoundError, InvalidInput) as error:
        raise UsageError(str(error)) from error


def calibrate(options: Namespace) -> int:
    """Write the ruler sheet, or keep what was read off it."""
    from linli.domain.paper import CardSize

    reads = options.front is not None or options.back is not None
    if reads == (options.out is not None):
        raise UsageError(
            "请写 --out 文件（打印校准纸），或写 --profile 名称和读数 --front、--back（登记读数）。"
        )
    size = CardSize.parse(options.paper)
    with opened(options) as services:
        if reads:
            return _keep_readings(services.paper, options, size)
        return _write_sheet(services, options, size)


def _write_sheet(services: "Services", options: Namespace, size: "CardSize") -> int:
    from linli.domain.paper import Duplex, Pass

    check_place(options.out)
    profile = services.paper.profile(options.profile) if options.profile else None
    sheet = services.paper.calibration_sheet(
        profile,
        size,
        Duplex(options.duplex or Duplex.LONG),
        Pass(options.sides or Pass.BOTH),
        corrected=options.corrected,
    )
    services.outputs.save_pdf(sheet, options.out, "校准纸")
    if options.json:
        write_json({"file": str(options.out), "profile": profile.name if profile else None})
    else:
        say(f"校准纸已存到「{options.out}」，请按实际大小打印，照纸上写的折和读。")
    return 0


def _keep_readings(service: "PaperService", options: Namespace, size: "CardSize") -> int:
    from linli.domain.paper import PrinterProfile

    name = (options.profile or "").strip()
    if not name:
        raise UsageError("读数是哪台打印机的，请用 --profile 写明档案的名称。")
    front, back = _readings("--front", options.front), _readings("--back", options.back)
    if any(profile.name == name for profile in service.profiles()):
        service.calibrate(name, front, back, size, printed_with_correction=options.corrected)
    else:
        new = PrinterProfile(name=name, front=_measured(front, size), back=_measured(back, size))
        service.save_profile(new)
    profile = service.profile(name)
    if options.json:
        write_json({"profile": name, "front": asdict(profile.front), "back": asdict(profile.back)})
        return 0
    say(f"已登记打印机「{name}」的校准：")
    for side, correction in (("正面", profile.front), ("背面", profile.back)):
        say(
            f"  {side}：横移 {_tidy(correction.dx)} 毫米，竖移 {_tidy(correction.dy)} 毫米，"
            f"转 {_tidy(correction.rotation)} 度，"
            f"缩放 {correction.scale_x:.4f}×{correction.scale_y:.4f}"
        )
    return 0


def _tidy(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}"  # + 0.0 takes the sign from a zero


def _measured(readings: "Readings | None", size: "CardSize") -> "Correction":
    from linli.domain.calibration import correction_from
    from linli.domain.paper import Correction

    if readings is None:
        return Correction()
    return correction_from(readings, size.width, size.height)


def _readings(option: str, text: str | None) -> "Readings | None":
    """Read A,B,C or A,B,C,D,E, also with the marks of a Chinese keyboard.

    Raises:
        UsageError: it is something else.
    """
    from linli.domain.calibration import Readings

    if text is None:
        return None
    plain = text.replace("，", ",").replace("\N{MINUS SIGN}", "-")
    try:
        numbers = [float(part) for part in plain.split(",")]
    except ValueError:
        numbers = []
    if not _FEWEST <= len(numbers) <= _MOST:
        raise UsageError(
            f"{option} 不能是「{text}」，请写 A,B,C 的读数，如 0.5,0.5,-1，也可加 D,E。"
        )
    return Readings(**dict(zip("abcde", numbers, strict=False)))
