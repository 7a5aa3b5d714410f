"""How long contact cards take, beside typst, fpdf2 and reportlab, and how long the verb takes.

`python tests/bench/bench_cards.py [--counts 1,1000,10000] [--engines ours,typst,fpdf2,reportlab]
[--font FILE.ttf] [--patience SECONDS] [--no-verb]`

Each document is made by a process of its own, started cold; its processor seconds (user and
system, loading included) and its largest memory are those that the system reports. What would take
longer than the patience is not run but scaled from the count before (≈). All documents must say
the same and their codes must read. The other engines are in the dependency group `bench`; fpdf2 and
reportlab need a Chinese font with TrueType outlines (Debian fonts-lxgw-wenkai).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(_ROOT / "desktop"), str(_ROOT / "tests" / "bench")]

from card_engines import ENGINES, TEXTS, TITLE, cards  # noqa: E402 - after the path

_OURS = "ours"
_AIMS = {1: (0.2, 0, 0.0), 1000: (0.3, 0, 0.0), 10_000: (1.2, 120, 3.5)}  # s, MB, MB of file
_FONTS = ("lxgwwenkairegular", "babelstonehan", "simkai", "simfang", "wqymicrohei")
_SHORT = 3.0  # s: what is quicker is run three times, the best counts
_VERB_PEOPLE = 3203
_PASSWORD = "bench-2026"


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What one document took: processor seconds, MB of memory, MB of file."""

    seconds: float
    peak: float
    size: float
    scaled: bool = False

    def __str__(self) -> str:
        mark = "≈" if self.scaled else " "
        return f"{mark}{self.seconds:8.2f} {self.peak:8.0f} {self.size:8.2f}"


class Stage:
    """A folder in which every engine runs under the same conditions: compiled modules at hand."""

    def __init__(self, folder: Path, font: Path | None) -> None:
        self.folder = folder
        self._font = font
        self._environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
        self._environment |= {
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
            "PYTHONPATH": str(_ROOT / "desktop"),
            "LINLI_PASSWORD": _PASSWORD,
        }

    def document(self, engine: str, count: int) -> Path:
        """Return where a document is written."""
        return self.folder / f"{engine}-{count}.pdf"

    def measure(self, engine: str, count: int) -> Figures | str:
        """Make a document in a fresh process; return what it took, or why it cannot be made."""
        target = self.document(engine, count)
        program = str(Path(__file__).with_name("card_engines.py"))
        command = [program, engine, str(count), str(target), str(self._font)]
        process, spent, _ = self.run(*command)
        if process.returncode:
            return process.stderr.strip().splitlines()[-1]
        peak = float(process.stderr.split()[-1])
        return Figures(seconds=spent, peak=peak, size=target.stat().st_size / 1e6)

    def run(self, *command: str) -> tuple[subprocess.CompletedProcess[str], float, float]:
        """Run a Python program: the outcome, processor seconds, seconds on the clock."""
        with (self.folder / "said").open("w+") as said:
            began = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, *command], env=self._environment, stdout=said, stderr=said
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            wall = time.perf_counter() - began
            said.seek(0)
            outcome = subprocess.CompletedProcess(command, process.returncode, "", said.read())
        return outcome, usage.ru_utime + usage.ru_stime, wall


def measure_engine(
    stage: Stage, engine: str, counts: list[int], patience: float
) -> Iterator[tuple[int, Figures | str]]:
    """Yield the figures of an engine for each count, smallest first."""
    if isinstance(problem := stage.measure(engine, 1), str):  # and compiles its modules
        yield counts[0], problem
        return
    last: tuple[int, Figures] | None = None
    for count in counts:
        if last and last[1].seconds * count / last[0] > patience:
            known, figures = last
            ratio = count / known
            yield count, Figures(
                seconds=figures.seconds * ratio, peak=figures.peak, size=figures.size * ratio,
                scaled=True,
            )  # fmt: skip
            continue
        figures = stage.measure(engine, count)
        if isinstance(figures, Figures) and figures.seconds < _SHORT:
            again = [f for _ in range(2) if isinstance(f := stage.measure(engine, count), Figures)]
            figures = min([figures, *again], key=lambda f: f.seconds)
        yield count, figures
        if isinstance(figures, str):
            return
        last = (count, figures) if count > 1 else None


def check_document(path: Path, count: int) -> str | None:
    """Say what is wrong with a document: every text of every card, and the codes of two sheets."""
    import pypdfium2
    import zxingcpp

    expected = list(cards(count))
    labels = Counter(label for label, value, *_ in TEXTS if not value and label != TITLE)
    with pypdfium2.PdfDocument(path) as document:
        if len(document) != -(-count // 10):
            return f"{len(document)} pages"
        for number, page in enumerate(document):
            on_page = expected[number * 10 : number * 10 + 10]
            text = "".join(page.get_textpage().get_text_range().split())
            wanted = Counter(value for card in on_page for value in card)
            wanted += Counter({label: times * len(on_page) for label, times in labels.items()})
            wanted[TITLE] = len(on_page)
            for said, times in wanted.items():
                if text.count(said) < times:
                    return f"page {number + 1} lacks {said}"
            if number in (0, len(document) - 1):
                codes = zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil())
                if {code.text for code in codes} != {card.number for card in on_page}:
                    return f"codes of page {number + 1}"
    return None


def table(stage: Stage, engines: list[str], counts: list[int], patience: float) -> None:
    """Print what every engine takes for every count, and how many times as long as ours."""
    own: dict[int, float] = {}
    print(f"{'engine':<10} {'cards':>6}  {'CPU s':>8} {'peak MB':>8} {'file MB':>8} {'×ours':>7}")
    for engine in engines:
        for count, figures in measure_engine(stage, engine, counts, patience):
            if isinstance(figures, str):
                print(f"{engine:<10} left out: {figures}")
                continue
            own.setdefault(count, figures.seconds)
            ratio = figures.seconds / own[count]
            print(f"{engine:<10} {count:>6} {figures} {ratio:>7.1f}  ", end="")
            fault = None if figures.scaled else check_document(stage.document(engine, count), count)
            said = "scaled" if figures.scaled else f"WRONG: {fault}" if fault else "same texts"
            print(said + (_judged(count, figures) if engine == _OURS else ""))


def _judged(count: int, figures: Figures) -> str:
    if count not in _AIMS:
        return ""
    limits = [limit or float("inf") for limit in _AIMS[count]]
    reached = (figures.seconds, figures.peak, figures.size)
    met = all(value <= limit for value, limit in zip(reached, limits, strict=True))
    return ", aim met" if met else f", AIM MISSED {_AIMS[count]}"


def first_card() -> None:
    """Print how long one card takes in a program that has printed one before (aim 20 ms)."""
    from linli.domain.cards import CardFacts, CardSubject, PlannedCard
    from linli.domain.paper import BUSINESS, PaperSetup, single_sheet
    from linli.domain.settings import HallFacts
    from linli.domain.templates.shipped import template_of
    from linli.printing.cards import render_cards

    hall = HallFacts(community="西河社区", hotline="0994-4825180", hours="10:00—14:00")
    setup, template = PaperSetup(sheet=single_sheet(BUSINESS)), template_of("resident")
    times = []
    for running, card in enumerate(cards(12), 1):
        facts = CardFacts(
            number=card.number, holder=card.holder, place=card.home, estate="",
            household_number=card.household, hall=hall, grid=None,
        )  # fmt: skip
        subject = CardSubject(household_id=running)
        planned = PlannedCard(facts=facts, subject=subject, holder_id=running, issue=1)
        began = time.perf_counter()
        render_cards([planned], template, setup)
        times.append((time.perf_counter() - began) * 1000)
    print(f"first card in a warm program: {sorted(times[1:])[5]:.1f} ms (aim 20)")


def verb(stage: Stage) -> None:
    """Print how long `linli cards --find` takes on a ledger of a community (aim 0.5 s)."""
    ledger, out = str(stage.folder / "ledger"), str(stage.folder / "verb.pdf")
    linli = ("-m", "linli", "--data-dir", ledger)
    for command in (
        ("init", "--account", "王芳", "--community", "西河社区"),
        ("sample", "--people", str(_VERB_PEOPLE)),
        ("cards", "--find", "王", "--out", out),
    ):
        outcome, *_ = stage.run(*linli, *command)
        if outcome.returncode:
            sys.exit(outcome.stderr)
    runs = [stage.run(*linli, "cards", "--find", "王秀", "--out", out) for _ in range(5)]
    _, spent, wall = min(runs, key=lambda run: run[2])
    key = stage.run("-c", _UNLOCK, ledger)
    print(
        f"linli cards --find among {_VERB_PEOPLE} people: {wall:.2f} s on the clock, "
        f"{spent:.2f} s of the processor (aim 0.5 s); "
        f"of it the key's derivation {key[0].stderr.strip()}"
    )


_UNLOCK = f"""
import sys, time
from pathlib import Path
from linli.paths import DataDir
from linli.storage.keyring import Keyring
keys = Keyring.load(DataDir(Path(sys.argv[1])).keyring)
wall, spent = time.perf_counter(), time.process_time()
keys.open_with_password("王芳", {_PASSWORD!r})
print(f"{{time.perf_counter() - wall:.2f}} s, {{time.process_time() - spent:.2f}} s CPU")
"""


def _font() -> Path | None:
    from linli.printing.installed import InstalledFonts, system_font_folders

    known = InstalledFonts(system_font_folders()).known(_FONTS)
    return next((path for path in known if path.suffix.lower() == ".ttf"), None)


def main() -> None:
    """Read the arguments and print everything."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--counts", default="1,1000,10000")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--font", type=Path, default=None)
    parser.add_argument("--patience", type=float, default=60.0)
    parser.add_argument("--no-verb", action="store_true")
    options = parser.parse_args()
    counts = sorted(map(int, options.counts.split(",")))
    engines = options.engines.split(",")
    font = options.font or _font()
    if font is None and engines != [_OURS]:
        print("the other engines are left out: no Chinese TrueType font here (--font FILE.ttf)")
        engines = [_OURS]
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), font)
        table(stage, engines, counts, options.patience)
        first_card()
        if not options.no_verb:
            verb(stage)


if __name__ == "__main__":
    main()
