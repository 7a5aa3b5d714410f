"""Gives Wine 10 the functions of the C library that NumPy calls and Wine leaves out.

`python tests/installer/wine_math.py /usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll`
changes that file in place, before a prefix is made; for trying the bundle out, nothing else.
Windows itself has all of them.
"""

import struct
import sys
from pathlib import Path

# Of a complex number in memory or, in single precision, in a register: movsd, movd; ret.
_REAL, _IMAGINARY = bytes.fromhex("f20f1001c3"), bytes.fromhex("f20f104108c3")
CODE = {
    "creal": _REAL,
    "creall": _REAL,
    "cimag": _IMAGINARY,
    "cimagl": _IMAGINARY,
    "crealf": bytes.fromhex("660f6ec1c3"),
    "cimagf": bytes.fromhex("48c1e920660f6ec1c3"),
}


def patched(library: bytes) -> bytes:
    """Return the library with the code of these functions where their stubs were."""
    data = bytearray(library)
    (header,) = struct.unpack_from("<I", data, 60)
    count, size = (struct.unpack_from("<H", data, header + at)[0] for at in (6, 20))
    first = header + 24 + size
    sections = [struct.unpack_from("<8sIIII", data, first + each * 40) for each in range(count)]

    def place(address: int) -> int:
        return next(
            address - start + offset
            for _, length, start, stored, offset in sections
            if start <= address < start + max(length, stored)
        )

    exports = place(struct.unpack_from("<I", data, header + 24 + 112)[0])
    count, functions, names, numbers = struct.unpack_from("<IIII", data, exports + 24)
    for each in range(count):
        start = place(struct.unpack_from("<I", data, place(names) + 4 * each)[0])
        code = CODE.get(data[start : data.index(b"\0", start)].decode("ascii"))
        if code is not None:
            (number,) = struct.unpack_from("<H", data, place(numbers) + 2 * each)
            at = place(struct.unpack_from("<I", data, place(functions) + 4 * number)[0])
            data[at : at + len(code)] = code
    return bytes(data)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_bytes(patched(path.read_bytes()))
