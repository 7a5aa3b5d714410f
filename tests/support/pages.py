"""Every page of a ledger's file decrypted with the raw key, free pages included."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _SALT, _BLOCK = 4096, 80, 16, 16


def clear_pages(path: Path, key: bytes) -> bytes:
    """Return what the file says (SQLCipher 4: AES-256-CBC, the vector behind each page)."""
    content, found = path.read_bytes(), []
    for start in range(0, len(content), _PAGE):
        page = content[start : start + _PAGE]
        if not any(page):
            continue
        vector = page[_PAGE - _RESERVED :][:_BLOCK]
        cipher = page[_SALT if start == 0 else 0 : _PAGE - _RESERVED]
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
        found.append(decryptor.update(cipher) + decryptor.finalize())
    return b"".join(found)
