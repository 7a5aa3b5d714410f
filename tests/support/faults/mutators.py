"""Ways in which a file goes wrong: bits, sectors and ends, members of a zip, words of a text."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

Mutator = Callable[[bytes, random.Random], bytes]
_SECTOR = 512
_SEEN = 1 << 16
_NUMBER = re.compile(rb"-?\d+(\.\d+)?")
_ODD = (
    b"-1",
    b"0",
    b"1e309",
    b"99999999999999999999",
    b"null",
    b'""',
    b"[]",
    b"{}",
    b"NaN",
    b"\xff",
)
_TOKEN = re.compile(rb'"[^"]{0,40}"|<[^>]{0,60}>|\w+|[^\w\s]')


def flip_bits(content: bytes, chance: random.Random) -> bytes:
    """Turn a few bits over."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def overwrite(content: bytes, chance: random.Random) -> bytes:
    """Put other bytes in the place of some."""
    start = chance.randrange(len(content))
    size = min(chance.choice((1, 4, 16, 256)), len(content) - start)
    return content[:start] + chance.randbytes(size) + content[start + size :]


def insert(content: bytes, chance: random.Random) -> bytes:
    """Put bytes in between."""
    start = chance.randrange(len(content) + 1)
    return content[:start] + chance.randbytes(chance.choice((1, 7, 100))) + content[start:]


def leave_out(content: bytes, chance: random.Random) -> bytes:
    """Leave bytes out."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.choice((1, 9, 300)) :]


def cut_off(content: bytes, chance: random.Random) -> bytes:
    """Lose the end."""
    return content[: chance.randrange(len(content))]


def blank_sector(content: bytes, chance: random.Random) -> bytes:
    """Lose a sector or some to zeros."""
    start = chance.randrange(len(content)) // _SECTOR * _SECTOR
    size = min(_SECTOR * chance.choice((1, 1, 8)), len(content) - start)
    return content[:start] + bytes(size) + content[start + size :]


def repeat(content: bytes, chance: random.Random) -> bytes:
    """Have a part twice, or very often."""
    start = chance.randrange(len(content))
    part = content[start : start + chance.choice((3, 60, 2000))]
    return content[:start] + part * chance.choice((2, 2, 50)) + content[start:]


def swap_tokens(content: bytes, chance: random.Random) -> bytes:
    """Put one word of a text in the place of another."""
    start, found = _found(_TOKEN, content, chance)
    if len(found) < 2:
        return flip_bits(content, chance)
    one, other = chance.choice(found), chance.choice(found)
    return content[: start + one.start()] + other[0] + content[start + one.end() :]


def odd_number(content: bytes, chance: random.Random) -> bytes:
    """Put something odd in the place of a number."""
    start, found = _found(_NUMBER, content, chance)
    if not found:
        return flip_bits(content, chance)
    one = chance.choice(found)
    return content[: start + one.start()] + chance.choice(_ODD) + content[start + one.end() :]


def _found(
    wanted: re.Pattern[bytes], content: bytes, chance: random.Random
) -> tuple[int, list[re.Match[bytes]]]:
    """Return a place in the content, and what is found from there on; of much, not all."""
    start = chance.randrange(max(1, len(content) - _SEEN + 1))
    return start, list(wanted.finditer(content[start : start + _SEEN]))


def inside_a_member(content: bytes, chance: random.Random) -> bytes:
    """Change a member of a zip and pack it anew, so that the sums are right; else some bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(entry, archive.read(entry)) for entry in archive.infolist()]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        return overwrite(content, chance)
    wanted = chance.randrange(len(members))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (entry, member) in enumerate(members):
            changed = (
                chance.choice(_PLAIN)(member, chance) if place == wanted and member else member
            )
            archive.writestr(entry.filename, changed)
    return packed.getvalue()


_PLAIN: tuple[Mutator, ...] = (
    flip_bits,
    overwrite,
    insert,
    leave_out,
    cut_off,
    blank_sector,
    repeat,
    swap_tokens,
    odd_number,
)
MUTATORS: tuple[Mutator, ...] = (*_PLAIN, inside_a_member, inside_a_member, odd_number)
"""Those that find most stand more than once."""


def mutated(content: bytes, seed: int) -> bytes:
    """Return the content changed once or a few times, the same for each seed."""
    chance = random.Random(seed)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        if content:
            content = chance.choice(MUTATORS)(content, chance)
    return content
