"""The file that carries changes from one machine to others (交换文件, `.linli-x`).

All numbers are big-endian. A file is

    8 bytes    `LINLI-X` and a line feed
    4 bytes    length of the header, at most 65,536
    header     canonical JSON (below), readable by everybody: it names nobody
    8 bytes    length of the body
    body       chunks of 65,536 bytes, the last one shorter or equal, each with a tag of 16 bytes
    64 bytes   Ed25519 signature

The header is `{"format": "linli-exchange", "recipients": [...], "sender": ..., "version": 2}`;
`sender` is the public Ed25519 key of who signed. A recipient is `{"key": ..., "share": ..., "to":
...}`: `to` is their public X25519 key, `share` a public X25519 key made for this file and this
recipient, `key` the file's key, which is 32 random bytes, under ChaCha20-Poly1305 with nonce 0,
additional data `sender`, and the key HKDF-SHA256(shared secret, salt = share + to, info =
`linli exchange 1 recipient`). Keys are in base 64.

The body is the STREAM construction that `age` uses: ChaCha20-Poly1305 under the file's key, each
chunk's nonce being its number in 11 bytes and a byte that is 1 for the last chunk only; so no chunk
can be dropped, moved or added. What is inside is compressed with zlib; `sync_payload` says what.

The signature is over `linli exchange 1 signature`, a zero byte, and the SHA-512 digest of all bytes
before it: header, recipients and ciphertext alike. It is checked first, against keys that the clerk
trusts; of a file that nobody trusted has signed, nothing is ever opened.

Canonical JSON: UTF-8, keys sorted, no blanks. A program refuses a file of a `version` that it does
not know; the number rises with the tables and columns that travel (2 with ledgers of version 5).
Limits are `MOST_*` below.
"""

import hashlib
import json
import os
import secrets
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from linli.errors import UserError
from linli.storage.files import put
from linli.storage.problems import file_problems

FORMAT = 2
MOST_FILE = 4 * 2**30
MOST_HEADER = 65_536
MOST_RECIPIENTS = 64
MOST_UNPACKED = 8 * 2**30
MOST_LINE = 8 * 2**20

_MAGIC = b"LINLI-X\n"
_CHUNK = 65_536
_TAG = 16
_SIGNATURE = 64
_SIGNED = b"linli exchange 1 signature\0"
_WRAPPED = b"linli exchange 1 recipient"


def canonical(value: object) -> bytes:
    """Return a value as canonical JSON."""
    return json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False
    ).encode()


# ---- writing ------------------------------------------------------------------------------


def write_sealed(
    path: Path, lines: Iterable[bytes], signer: Ed25519PrivateKey, recipients: Sequence[bytes]
) -> None:
    """Write a file that only the recipients can read; whole under its name, or not at all.

    Args:
        path: where to.
        lines: what is inside, without line feeds.
        signer: this machine's key.
        recipients: public X25519 keys.

    Raises:
        StorageProblem: the folder cannot be written or the disk is full.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with file_problems(path):
        try:
            handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(handle, "w+b") as file:  # noqa: PTH123 - of an open handle
                _write(file, lines, signer, recipients)
                file.flush()
                os.fsync(file.fileno())
            put(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)


def _write(
    file: BinaryIO, lines: Iterable[bytes], signer: Ed25519PrivateKey, recipients: Sequence[bytes]
) -> None:
    sender = signer.public_key().public_bytes_raw()
    key = ChaCha20Poly1305.generate_key()
    header = canonical(
        {
            "format": "linli-exchange",
            "recipients": [_recipient(to, key, sender) for to in recipients],
            "sender": b64encode(sender).decode(),
            "version": FORMAT,
        }
    )
    file.write(_MAGIC + len(header).to_bytes(4, "big") + header)
    place = file.tell()
    file.write(bytes(8))
    for chunk in _sealed(_packed(lines), key):
        file.write(chunk)
    length = file.tell() - place - 8
    file.seek(place)
    file.write(length.to_bytes(8, "big"))
    file.seek(0)
    digest = _digest(file, place + 8 + length)
    file.seek(place + 8 + length)
    file.write(signer.sign(_SIGNED + digest))


def _recipient(to: bytes, key: bytes, sender: bytes) -> dict[str, str]:
    share = X25519PrivateKey.generate()
    public = share.public_key().public_bytes_raw()
    wrapping = _wrapping_key(share.exchange(X25519PublicKey.from_public_bytes(to)), public, to)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), key, sender)
    return {
        "key": b64encode(wrapped).decode(),
        "share": b64encode(public).decode(),
        "to": b64encode(to).decode(),
    }


def _packed(lines: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(6)
    for line in lines:
        yield packer.compress(line + b"\n")
    yield packer.flush()


def _sealed(parts: Iterable[bytes], key: bytes) -> Iterator[bytes]:
    cipher, number, waiting = ChaCha20Poly1305(key), 0, bytearray()
    for part in parts:
        waiting += part
        while len(waiting) > _CHUNK:
            yield cipher.encrypt(_nonce(number, last=False), bytes(waiting[:_CHUNK]), None)
            del waiting[:_CHUNK]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(waiting), None)


# ---- reading ------------------------------------------------------------------------------


@dataclass(frozen=True)
class SealedFile:
    """A file whose signature is right. `lines` can be read as often as need be."""

    path: Path
    sender: bytes
    key: bytes
    start: int
    length: int

    def lines(self) -> Iterator[bytes]:
        """Yield what is inside, line by line.

        Raises:
            UserError: the content is damaged or beyond the limits.
            StorageProblem: the file cannot be read.
        """
        with file_problems(self.path), self.path.open("rb") as file:
            file.seek(self.start)
            yield from _lines(self.path, _unpacked(self.path, self._opened(file)))

    def _opened(self, file: BinaryIO) -> Iterator[bytes]:
        cipher, left, number = ChaCha20Poly1305(self.key), self.length, 0
        while left:
            chunk = file.read(min(left, _CHUNK + _TAG))
            left -= len(chunk)
            if not chunk:
                raise damaged(self.path)
            try:
                yield cipher.decrypt(_nonce(number, last=not left), chunk, None)
            except InvalidTag as error:
                raise damaged(self.path) from error
            number += 1


def open_sealed(path: Path, own: X25519PrivateKey, trusted: Callable[[bytes], None]) -> SealedFile:
    """Check a file, from the outside in.

    Args:
        path: the file.
        own: this machine's key.
        trusted: raises what is to be said if the signer's key is not one that is believed.

    Raises:
        UserError: it is none of ours, of a newer program, cut short, tampered with, or not for us.
        StorageProblem: it cannot be read.
    """
    with file_problems(path), path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if size > MOST_FILE:
            raise UserError(
                f"「{path.name}」有 {size // 2**20} MB，超过了交换文件的上限，没有读取。"
                "请对方分网格来做。"
            )
        header, start = _header(path, file)
        length = int.from_bytes(file.read(8), "big")
        if size != start + 8 + length + _SIGNATURE or length < _TAG:
            raise UserError(f"「{path.name}」不完整，什么都没有读入。请从对方的U盘上重新拷贝一次。")
        sender = _bytes(header.get("sender"), path)
        trusted(sender)
        file.seek(0)
        digest = _digest(file, start + 8 + length)
        try:
            Ed25519PublicKey.from_public_bytes(sender).verify(file.read(), _SIGNED + digest)
        except (InvalidSignature, ValueError) as error:
            raise UserError(
                f"「{path.name}」的签名不对：它在路上被改动过，或者没有拷完整。"
                "什么都没有读入，请对方重新做一份。"
            ) from error
        key = _file_key(path, header, own, sender)
        return SealedFile(path, sender, key, start + 8, length)


def damaged(path: Path) -> UserError:
    """Return the error of a file whose content cannot be understood."""
    return UserError(f"「{path.name}」的内容已损坏，什么都没有读入。请对方重新做一份。")


def _header(path: Path, file: BinaryIO) -> tuple[dict[str, Any], int]:
    none = UserError(f"「{path.name}」不是交换文件。请选择从对方电脑拷来的 .linli-x 文件。")
    if file.read(len(_MAGIC)) != _MAGIC:
        raise none
    length = int.from_bytes(file.read(4), "big")
    if length > MOST_HEADER:
        raise damaged(path)
    try:
        header = json.loads(file.read(length))
    except (ValueError, RecursionError) as error:
        raise damaged(path) from error
    if not isinstance(header, dict) or header.get("format") != "linli-exchange":
        raise none
    version = header.get("version")
    if not isinstance(version, int) or version < 1:
        raise damaged(path)
    if version != FORMAT:
        raise UserError(
            f"「{path.name}」是第 {version} 版的交换文件，本程序只认识第 {FORMAT} 版。"
            "请把两台电脑的程序换成同一个版本。"
        )
    return header, len(_MAGIC) + 4 + length


def _file_key(path: Path, header: dict[str, Any], own: X25519PrivateKey, sender: bytes) -> bytes:
    me = own.public_key().public_bytes_raw()
    recipients = header.get("recipients")
    if not isinstance(recipients, list) or len(recipients) > MOST_RECIPIENTS:
        raise damaged(path)
    for entry in recipients:
        if not isinstance(entry, dict):
            raise damaged(path)
        if _bytes(entry.get("to"), path) != me:
            continue
        share = _bytes(entry.get("share"), path)
        try:
            secret = own.exchange(X25519PublicKey.from_public_bytes(share))
            cipher = ChaCha20Poly1305(_wrapping_key(secret, share, me))
            key = cipher.decrypt(bytes(12), _bytes(entry.get("key"), path), sender)
        except (InvalidTag, ValueError) as error:
            raise damaged(path) from error
        if len(key) != 32:
            raise damaged(path)
        return key
    raise UserError(
        f"「{path.name}」不是做给这台电脑的，打不开。请对方在「与其他电脑交换」里选中这台电脑后重新做。"
    )


def _bytes(text: object, path: Path) -> bytes:
    try:
        return b64decode(str(text), validate=True)
    except ValueError as error:
        raise damaged(path) from error


def _unpacked(path: Path, parts: Iterator[bytes]) -> Iterator[bytes]:
    unpacker, total = zlib.decompressobj(), 0
    try:
        for part in parts:
            data = unpacker.decompress(part, _CHUNK)
            while data or unpacker.unconsumed_tail:
                total += len(data)
                if total > MOST_UNPACKED:
                    raise damaged(path)
                yield data
                data = unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)
    except zlib.error as error:
        raise damaged(path) from error
    if not unpacker.eof or unpacker.unused_data:
        raise damaged(path)


def _lines(path: Path, parts: Iterator[bytes]) -> Iterator[bytes]:
    waiting = b""
    for part in parts:
        *lines, waiting = (waiting + part).split(b"\n")
        yield from lines
        if len(waiting) > MOST_LINE:
            raise damaged(path)
    if waiting:
        raise damaged(path)


def _digest(file: BinaryIO, length: int) -> bytes:
    digest = hashlib.sha512()
    while length:
        part = file.read(min(length, 2**20))
        if not part:
            break
        digest.update(part)
        length -= len(part)
    return digest.digest()


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _wrapping_key(secret: bytes, share: bytes, to: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=share + to, info=_WRAPPED).derive(secret)


def new_file_id() -> str:
    """Return a random name for a file."""
    return secrets.token_hex(8)
