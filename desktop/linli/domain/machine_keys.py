"""A machine's public keys as people exchange them: words to compare, text to scan, a small file.

The words (核对词) are made of the first bits of the keys' SHA-256: twelve words of two characters,
each character one of 128 of `resources/codes/key_words.json`, all of different reading, so that
they can be read aloud over the telephone. 168 bits are more than anybody can imitate.
The text is for QR scanners that type: capital letters and digits only.
"""

import hashlib
import json
from base64 import b32decode, b32encode, b64decode, b64encode
from dataclasses import dataclass
from functools import cache

from linli.errors import UserError
from linli.paths import resource

WORDS = 12
KEY_SUFFIX = ".linli-key"
"""What the name of a small public key file ends with."""

_PREFIX = "LINLI1"
_FORMAT = 1
_KEY_BYTES = 32
_CHECK_BYTES = 4
_BITS = 7
_MOST_NAME = 40


@dataclass(frozen=True, kw_only=True)
class MachineKey:
    """A machine's name with its public keys: one that signs (Ed25519), one that seals (X25519)."""

    name: str
    sign: bytes
    seal: bytes

    @property
    def words(self) -> tuple[str, ...]:
        """The words by which two people compare the keys."""
        characters = _characters()
        bits = int.from_bytes(hashlib.sha256(b"linli machine" + self.sign + self.seal).digest())
        picked = []
        for place in range(2 * WORDS):
            shift = 8 * hashlib.sha256().digest_size - _BITS * (place + 1)
            picked.append(characters[bits >> shift & (1 << _BITS) - 1])
        return tuple(f"{picked[i]}{picked[i + 1]}" for i in range(0, 2 * WORDS, 2))

    @property
    def text(self) -> str:
        """The keys as text for a QR code; the name is not in it."""
        raw = self.sign + self.seal
        return _PREFIX + b32encode(raw + _check(raw)).decode().rstrip("=")

    def file(self) -> bytes:
        """Return the content of a key file."""
        data = {
            "linli_key": _FORMAT,
            "name": self.name,
            "sign": b64encode(self.sign).decode(),
            "seal": b64encode(self.seal).decode(),
        }
        return json.dumps(data, ensure_ascii=False, indent=1).encode()


def key_from_text(text: str, name: str) -> MachineKey:
    """Read what was scanned, pasted or typed; blanks and small letters do not matter.

    Raises:
        UserError: it is none, or was mistyped.
    """
    plain = "".join(text.split()).upper()
    broken = UserError(
        "这不是完整的电脑钥匙码，请重新扫描对方屏幕上的二维码，或让对方复制整段文字。", "text"
    )
    if not plain.startswith(_PREFIX):
        raise broken
    letters = plain.removeprefix(_PREFIX)
    try:
        raw = b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError as error:
        raise broken from error
    keys, check = raw[:-_CHECK_BYTES], raw[-_CHECK_BYTES:]
    if len(keys) != 2 * _KEY_BYTES or check != _check(keys):
        raise broken
    return MachineKey(name=clean_name(name), sign=keys[:_KEY_BYTES], seal=keys[_KEY_BYTES:])


def key_from_file(content: bytes) -> MachineKey:
    """Read a key file.

    Raises:
        UserError: it is none.
    """
    broken = UserError(f"这不是电脑钥匙文件。请选择从对方电脑存出的 {KEY_SUFFIX} 文件。")
    try:
        data = json.loads(content)
        known = data["linli_key"] == _FORMAT
        sign, seal = (b64decode(data[part], validate=True) for part in ("sign", "seal"))
        name = str(data["name"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise broken from error
    if not known or len(sign) != _KEY_BYTES or len(seal) != _KEY_BYTES:
        raise broken
    return MachineKey(name=clean_name(name), sign=sign, seal=seal)


def clean_name(name: str) -> str:
    """Return the name of a machine as it is kept.

    Raises:
        UserError: there is none, or it is too long.
    """
    plain = " ".join(name.split())
    if not plain:
        raise UserError("请给电脑起个名字，比如「一楼窗口」。", "name")
    if len(plain) > _MOST_NAME or not plain.isprintable():
        raise UserError(f"电脑的名字最多 {_MOST_NAME} 个字，请改短一些。", "name")
    return plain


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(b"linli key text" + raw).digest()[:_CHECK_BYTES]


@cache
def _characters() -> str:
    data = json.loads(resource("codes/key_words.json").read_text(encoding="utf-8"))
    return str(data["characters"])
