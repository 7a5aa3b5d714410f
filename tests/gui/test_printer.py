import stat

import pytest

from linli.errors import UserError
from linli.gui import printer
from linli.gui.printer import Sides, print_pdf, printers


def test_machine_without_printers_has_none(qapp, monkeypatch):
    monkeypatch.setattr(printer.QPrinterInfo, "availablePrinters", list)
    assert printers() == []


@pytest.fixture
def queue(tmp_path, monkeypatch):
    """Stand in for the print queue's `lp`: keeps what it was given."""

    def install(exit_code):
        program = tmp_path / "lp"
        program.write_text(
            f'#!/bin/sh\ncat > "{tmp_path}/file"\necho "$@" > "{tmp_path}/options"\n'
            f"[ {exit_code} = 0 ] || echo 'no such printer' >&2\nexit {exit_code}\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return tmp_path

    return install


def test_queue_gets_the_file_unchanged_and_unscaled(qapp, queue):
    folder = queue(0)
    print_pdf(b"%PDF-x", printer="Office", title="联系卡", sides=Sides.LONG_EDGE, copies=2)
    assert (folder / "file").read_bytes() == b"%PDF-x"
    options = (folder / "options").read_text()
    assert "-d Office -n 2" in options
    assert "print-scaling=none" in options
    assert "sides=two-sided-long-edge" in options


def test_refusal_of_the_queue_is_told_with_its_reason(qapp, queue):
    queue(1)
    with pytest.raises(UserError, match="no such printer"):
        print_pdf(b"%PDF-x", printer="Office", title="联系卡")


def test_vanished_printer_is_named(qapp, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="“Gone”"):
        print_pdf(b"%PDF-x", printer="Gone", title="联系卡")
