"""`linli case-file`: the file of a case bound as PDF, as it is, as archived, or to hand over."""

from argparse import Namespace
from typing import TYPE_CHECKING

from linli.cli.access import copy_password, opened
from linli.cli.output import check_place, progress, say, write_json
from linli.errors import UserError

if TYPE_CHECKING:
    from linli.services.container import Services

_TITLE = "调解卷宗"


def case_file(options: Namespace) -> int:
    """Bind the file of one case and write it; what is missing is all named."""
    check_place(options.out)
    if options.out.suffix.lower() != ".pdf":
        raise UserError(f"“{options.out.name}”的后缀应是 .pdf，请改一下文件名。")
    secret = copy_password(options) if options.encrypt else None
    with opened(options, "linli.services.case_files") as services:
        case = services.cases.find_number(options.number)
        if case is None:
            raise UserError(f"没有编号是“{options.number}”的案子，请用「linli cases」看一看编号。")
        content = _bound(services, case.id, options)
        if secret is None:
            services.outputs.save_pdf(content, options.out, _TITLE)
        else:
            services.case_files.save_locked(content, options.out, secret, _TITLE)
    if options.json:
        write_json({"number": str(case.number), "file": str(options.out), "locked": bool(secret)})
    else:
        locked = "，打开要密码" if secret else ""
        say(f"{case.number} 的卷宗已存到「{options.out}」{locked}。")
    return 0


def _bound(services: "Services", case_id: int, options: Namespace) -> bytes:
    from linli.domain.case_files import Sides

    files, sides = services.case_files, Sides.BOTH if options.both_sides else Sides.ONE
    if options.archived:
        volumes = files.volumes(case_id)
        if not volumes:
            raise UserError("这件案子还没有归档，没有归档的卷宗；不加 --archived 可以装订现在的。")
        return files.volume(case_id, volumes[0].revision)
    bind = files.transfer_package if options.transfer else files.bind
    shown = progress()
    content = bind(case_id, sides=sides, progress=shown)
    shown.report(1, 1)  # clears the line
    return content
