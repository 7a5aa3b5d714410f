"""The English catalogue: collects the texts of the window and keeps their translations.

`resources/i18n/linli_en.ts` is complete, so that no text escapes translation; places in the code
are left out of it to keep changes small. The `.qm` beside it is built, not committed.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources/i18n/linli_en.ts"
CONTEXT = "linli"
_PACKAGE = ROOT / "desktop/linli"
_LABELS = _PACKAGE / "domain/labels.py"


def texts() -> list[str]:
    """Return every text that `tr` or `mark` is given, and the labels of enum members, sorted."""
    sources = [_PACKAGE / "app.py", *(_PACKAGE / "gui").rglob("*.py")]
    found = {text for path in sources for text in _marked(path)}
    labels = ast.walk(ast.parse(_LABELS.read_text(encoding="utf-8")))
    for node in labels:
        if isinstance(node, ast.Dict):
            found.update(ast.literal_eval(value) for value in node.values if _is_text(value))
    return sorted(found)


def translations(path: Path = CATALOGUE) -> dict[str, str]:
    """Return the finished translations of a catalogue."""
    if not path.exists():
        return {}
    messages = ET.parse(path).getroot().iter("message")  # noqa: S314 - our own file
    pairs = ((each.findtext("source", ""), each.findtext("translation", "")) for each in messages)
    return {source: words for source, words in pairs if words}


def write(known: Mapping[str, str], path: Path = CATALOGUE) -> list[str]:
    """Write the catalogue of today's texts with known translations; return what has none."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="zh_CN")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    missing = []
    for text in texts():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        words = ET.SubElement(message, "translation")
        words.text = known.get(text)
        if not words.text:
            words.set("type", "unfinished")
            missing.append(text)
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", encoding="utf-8")
    return missing


def release(target: Path, path: Path = CATALOGUE) -> None:
    """Compile the catalogue into the form that Qt loads."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    command = [str(tool), "-silent", str(path), "-qm", str(target)]
    subprocess.run(command, check=True)


def _marked(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _is_mark(node.func) and _is_text(node.args[0]):
            yield ast.literal_eval(node.args[0])


def _is_mark(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in {"tr", "mark"}


def _is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and isinstance(value.value, str)
