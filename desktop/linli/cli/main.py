"""Runs a verb and turns whatever goes wrong into a sentence and an exit code."""

import io
import os
import sys
from argparse import Namespace
from types import TracebackType

from linli.cli.access import UsageError, data_dir
from linli.cli.arguments.common import WRONG_USE
from linli.cli.output import fail
from linli.errors import UserError
from linli.progress import Cancelled


def run(options: Namespace) -> int:
    """Carry out the verb that `parse` read; return the exit code."""
    from linli.cli.verbs import VERBS

    try:
        return VERBS[options.verb](options)
    except UsageError as error:
        fail(error.message)
        return WRONG_USE
    except UserError as error:
        fail(error.message)
    except (Cancelled, KeyboardInterrupt):
        fail("已取消，没有写入任何内容。")
    except BrokenPipeError:
        # Whoever read the output has enough; what is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def report_defects(options: Namespace) -> None:
    """Make every defect of the program one sentence and a saved report instead of a traceback."""

    def hook(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from linli.defects import save_report

        path = save_report(error, data_dir(options).logs)
        kept = f"，故障报告存于「{path}」" if path else ""
        fail(f"程序出错（{kind.__name__}），这一步没有完成{kept}。")

    sys.excepthook = hook
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another encoding shows a rare character as its code.
            stream.reconfigure(errors="backslashreplace")
