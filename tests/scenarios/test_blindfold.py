"""A clerk who sees nothing finds a resident and saves the card, by what AT-SPI tells and by keys.

Wants an X server, a window manager, the accessibility bus and the system's Python with `gi`
(Debian: xvfb openbox xdotool at-spi2-core python3-gi gir1.2-atspi-2.0); skipped without them.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
import support
from support.ledgers import PASSWORD
from support.window import settle

import linli

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
WANTED = ("Xvfb", "openbox", "xdotool", "dbus-run-session", SYSTEM_PYTHON)
DRIVER = Path(*support.__path__, "blindfold.py")
SESSION = """
Xvfb -displayfd 3 -screen 0 1366x768x24 3>display 2>/dev/null &
while [ ! -s display ]; do sleep 0.1; done
export DISPLAY=:$(cat display)
{launcher} --launch-immediately >/dev/null 2>&1 &
openbox >/dev/null 2>&1 &
sleep 1
"$PROGRAM" -m linli --data-dir "$LEDGER" >program.log 2>&1 &
sleep 2
{python} "$DRIVER" steps.json
code=$?
kill $(jobs -p)
exit $code
"""


def _hears():
    check = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    return subprocess.run(check, capture_output=True, check=False).returncode == 0


@pytest.mark.timeout(300)
def test_a_card_is_saved_blindfold(context, services, data_dir, tmp_path):
    absent = [each for each in WANTED if shutil.which(each) is None]
    if absent or not LAUNCHER.exists() or not _hears():
        pytest.skip(f"no X server, window manager or accessibility bus here: {absent}")
    settle(services)
    context.db.close()
    card = tmp_path / "card.pdf"
    steps = [
        *(["hear", "密码"], ["type", PASSWORD], ["key", "Return"]),
        *(["hear", "换一个新的"], ["key", "Escape"]),  # the recovery code was not kept
        *(["hear", "查找居民"], ["type", "zjg"], ["key", "Down"], ["hear", "table cell | 张建国"]),
        *(["said", "138（遮住 4 位）5678"], ["key", "ctrl+p"], ["said", "保存为 PDF"]),
        *(["tab", "张建国"], ["tab", "大小"]),  # the picture of the card says what stands on it
        *(["key", "alt+s"], ["hear", "文件名称"], ["type", str(card)], ["key", "Return"]),
        *(["wait", str(card)], ["tree"]),
    ]
    (tmp_path / "steps.json").write_text(json.dumps(steps), encoding="utf-8")
    session = SESSION.format(launcher=LAUNCHER, python=SYSTEM_PYTHON)
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", session],
        cwd=tmp_path,
        env={
            **{key: value for key, value in os.environ.items() if not key.startswith("QT_")},
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(Path(*linli.__path__).parent),
            "PROGRAM": sys.executable,
            "LEDGER": str(data_dir.root),
            "DRIVER": str(DRIVER),
        },
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "push button | 新增居民(N)" in done.stdout
    with pypdfium2.PdfDocument(card) as document:
        assert "张建国" in document[0].get_textpage().get_text_range()
