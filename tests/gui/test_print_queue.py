import stat
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QSizeF
from support.pdfs import make_pdf

from linli.errors import UserError
from linli.gui import print_queue
from linli.gui.print_queue import (
    PrinterAbilities,
    PrintJob,
    Sides,
    UncertainPrintError,
    cancel,
    hand_over,
    list_abilities,
    paper_name,
)

A4 = make_pdf((210, 297))
JOB = PrintJob(id=7, printer="Office")


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Stand in for a program of the queue with a few lines of shell; it keeps what it was given."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    def install(name, script):
        path = tmp_path / name
        keeping = f'printf "%s\\n" "$@" > "{tmp_path}/arguments"\n'
        path.write_text(f"#!/bin/sh\n{keeping}{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return install


def send(content=A4, printer="Office", sides=Sides.ONE, copies=1, tray=None):
    return hand_over(
        content, printer=printer, title="联系卡", sides=sides, copies=copies, tray=tray
    )


def given(folder):
    return (folder / "arguments").read_text(encoding="utf-8").splitlines()


def options(folder):
    words = given(folder)
    return [value for flag, value in pairwise(words) if flag == "-o"]


def test_queue_gets_the_file_unchanged_and_unscaled(program, tmp_path):
    program("lp", f'cat > "{tmp_path}/file"; echo "request id is Office-12 (0 file(s))"')
    job = send(sides=Sides.LONG_EDGE, copies=2)
    assert job == PrintJob(id=12, printer="Office")
    assert (tmp_path / "file").read_bytes() == A4
    assert given(tmp_path)[:6] == ["-d", "Office", "-n", "2", "-t", "联系卡"]
    assert {"print-scaling=none", "fit-to-page=false", "number-up=1", "job-sheets=none"} <= set(
        options(tmp_path)
    )
    assert "sides=two-sided-long-edge" in options(tmp_path)
    assert not any(option.startswith("InputSlot") for option in options(tmp_path))


@pytest.mark.parametrize(
    ("size", "media"),
    [
        ((210, 297), "iso_a4_210x297mm"),
        ((297, 210), "iso_a4_210x297mm"),
        ((297, 420), "iso_a3_297x420mm"),
        ((148, 210), "iso_a5_148x210mm"),
        ((85.6, 53.98), "custom_85.6x54mm_85.6x54mm"),
        ((90, 54), "custom_90x54mm_90x54mm"),
    ],
)
def test_paper_is_that_of_the_first_page(program, tmp_path, size, media):
    program("lp", "cat > /dev/null")
    send(make_pdf(size))
    assert f"media={media}" in options(tmp_path)


@pytest.mark.parametrize(
    ("tray", "option"),
    [
        ("Tray1", "InputSlot=Tray1"),
        ("Tray 1", "InputSlot='Tray 1'"),
        ("it's\\", r"InputSlot='it\'s\\'"),
        ("$(reboot)", "InputSlot='$(reboot)'"),
    ],
)
def test_tray_stays_one_value_whatever_the_driver_calls_it(program, tmp_path, tray, option):
    program("lp", "cat > /dev/null")
    send(tray=tray)
    assert option in options(tmp_path)


def test_odd_names_of_printers_pass_no_shell(program, tmp_path):
    program("lp", "cat > /dev/null")
    send(printer="-h 大厅;$(reboot)")
    assert given(tmp_path)[:2] == ["-d", "-h 大厅;$(reboot)"]
    assert (tmp_path / "lp").exists()


def test_queue_that_tells_no_number_gives_no_job(program):
    program("lp", "cat > /dev/null")
    assert send() is None


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("lp: The printer or class does not exist.", "电脑上找不到这台打印机"),
        ('lp: Destination "Office" is not accepting jobs.', "打印队列已停止接收"),
        ("lp: Unable to connect to server", "打印服务没有运行"),
        ("lp: No such file or directory", "打印服务没有运行"),
        ("lp: out of cheese", "out of cheese"),
        ("", "没有说明原因"),
    ],
)
def test_refusal_is_told_with_its_reason(program, said, meaning):
    program("lp", f"cat > /dev/null; echo '{said}' >&2; exit 1")
    with pytest.raises(UserError, match=meaning) as caught:
        send()
    assert "“Office”" in caught.value.message
    assert not isinstance(caught.value, UncertainPrintError)


def test_program_that_cannot_be_run_prints_nothing_for_certain(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UserError, match="没有接受") as caught:
        send()
    assert not isinstance(caught.value, UncertainPrintError)


def test_hanging_queue_leaves_it_uncertain_in_time(program, monkeypatch):
    program("lp", "exec sleep 60")
    monkeypatch.setattr(print_queue, "_HAND_OVER_MS", 300)
    begun = time.monotonic()
    with pytest.raises(UncertainPrintError, match=r"先到打印机旁看看.*再决定是否重打"):
        send()
    assert time.monotonic() - begun < 10


def test_killed_program_leaves_it_uncertain(program):
    program("lp", "kill -9 $$")
    with pytest.raises(UncertainPrintError, match="“Office”"):
        send()


def test_trays_are_the_drivers_own_words(program, tmp_path):
    program(
        "lpoptions",
        "echo 'PageSize/Media Size: *A4 A3'; echo 'InputSlot/Source: 1: *Auto Tray1 ByPass'",
    )
    assert list_abilities("Office").trays == ("Auto", "Tray1", "ByPass")
    assert given(tmp_path) == ["-p", "Office", "-l"]


def test_printer_without_trays_has_none(program):
    program("lpoptions", "echo 'PageSize/Media Size: *A4'")
    assert list_abilities("Office").trays == ()


@pytest.mark.parametrize(
    ("said", "turns"),
    [
        ("Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble", True),
        ("Duplex/Double-Sided Printing: *None", False),
        ("KMDuplex/Duplex: Single *Double", True),
        ("ColorModel/Color: *Gray", None),
    ],
)
def test_whether_a_printer_turns_the_sheet_is_read_from_its_driver(program, said, turns):
    program("lpoptions", f"echo '{said}'")
    assert list_abilities("Office").turns is turns


@pytest.mark.parametrize(
    ("papers", "lacking"),
    [
        (("A4", "Letter"), {"A3", "A5"}),
        (("A4.Borderless", "A3", "A5Rotated"), set()),
        (("ISOA4", "isoa3", "A5"), set()),
        (("A40", "A45"), {"A3", "A4", "A5"}),
        ((), set()),
    ],
)
def test_paper_that_a_printer_lacks_is_known_by_name(papers, lacking):
    abilities = PrinterAbilities(papers=papers)
    assert {name for name in ("A3", "A4", "A5", "") if abilities.lacks(name)} == lacking


def test_paper_of_a_page_is_named_whichever_way_it_lies():
    point = 72 / 25.4
    assert paper_name(QSizeF(210, 297) * point) == "A4"
    assert paper_name(QSizeF(420, 297) * point) == "A3"
    assert paper_name(QSizeF(90, 54) * point) == ""


def test_dead_printer_has_no_trays_in_time(program, monkeypatch):
    program("lpoptions", "exec sleep 60")
    monkeypatch.setattr(print_queue, "_ASK_MS", 200)
    begun = time.monotonic()
    assert list_abilities("Office") == PrinterAbilities()
    assert time.monotonic() - begun < 10


def test_job_is_called_off_by_its_number(program, tmp_path):
    program("cancel", "")
    cancel(JOB)
    assert given(tmp_path) == ["7"]


def test_printed_job_cannot_be_called_off(program):
    program("cancel", "echo 'cancel: Job #7 is already completed' >&2; exit 1")
    with pytest.raises(UserError, match="已经打完"):
        cancel(JOB)


def test_queue_that_does_not_cancel_sends_the_clerk_to_the_printer(program):
    program("cancel", "echo 'cancel: Forbidden' >&2; exit 1")
    with pytest.raises(UserError, match="“Office”上按“取消”"):
        cancel(JOB)
