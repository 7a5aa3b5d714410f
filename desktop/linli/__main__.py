"""`linli` opens the window; `linli VERB …` works without one."""

import os
import shlex
import sys

from linli import cli


def main() -> int:
    """Start the program; return its exit code."""
    options = cli.parse(sys.argv[1:])
    cli.report_defects(options)
    if options.verb != "window":
        return cli.run(options)
    if not _has_display():
        sys.stderr.write(
            "这里没有图形显示，窗口打不开，可以不用窗口试一遍（no display, try without a window）："
            f"{shlex.quote(cli.program())} demo --out cards.pdf\n"
        )
        return 1
    from linli.app import run

    return run(cli.data_dir(options))


def _has_display() -> bool:
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


if __name__ == "__main__":
    sys.exit(main())
