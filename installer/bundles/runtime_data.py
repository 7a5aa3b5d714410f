"""What the Linux runtime is made of: sources, carried libraries, and what is left out."""

from bundles.archive import Pinned

PYTHON = Pinned(
    name="python3.11",
    version="3.11.2-6+deb12u8",
    files=(
        (
            "python3.11_3.11.2.orig.tar.gz",
            "2411c74bda5bbcfcddaf4531f66d1adc73f247f529aee981b029513aefdbf849",
        ),
        (
            "python3.11_3.11.2-6+deb12u8.debian.tar.xz",
            "ece2d63c70ac0b7a401fbe6b51b0103be997c294a01a3865549be1862794ba97",
        ),
    ),
)
FIRST_FIX, LAST_FIX = "shutdown-deadlock.diff", "CVE-2025-13462.patch"
"""Of Debian's patches, those that mend something; the ones before arrange it as Debian does."""

ZLIB = Pinned(
    name="zlib",
    version="1:1.2.13.dfsg-1",
    files=(
        (
            "zlib_1.2.13.dfsg.orig.tar.bz2",
            "71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1",
        ),
    ),
)
BZIP2 = Pinned(
    name="bzip2",
    version="1.0.8-5",
    files=(
        (
            "bzip2_1.0.8.orig.tar.gz",
            "ab5a03176ee106d3f0fa90e381da478ddae405918153cca248e682cd0c4a2269",
        ),
    ),
)
XZ = Pinned(
    name="xz-utils",
    version="5.4.1-1+deb12u2",
    files=(
        (
            "xz-utils_5.4.1.orig.tar.xz",
            "5d9827aa1875b21c288f78864bb26d2650b436ea8d2cad364e4921eb6266a5a5",
        ),
        (
            "xz-utils_5.4.1-1+deb12u2.debian.tar.xz",
            "7e0b1d1448520ea4f88ec05136a88f07564cc4a1abd6dfcf53c1f822a3e4f64f",
        ),
    ),
)
LIBFFI = Pinned(
    name="libffi",
    version="3.4.4-1",
    files=(
        (
            "libffi_3.4.4.orig.tar.gz",
            "d66c56ad259a82cf2a9dfc408b32bf5da52371500b84745f7fb8b645712df676",
        ),
    ),
)

LICENCES = {
    "python3.11": ("PSF-2.0", ("LICENSE",)),
    "zlib": ("Zlib", ("README",)),
    "bzip2": ("bzip2-1.0.6", ("LICENSE",)),
    "xz-utils": ("LicenseRef-public-domain", ("COPYING",)),
    "libffi": ("MIT", ("LICENSE",)),
}
"""Licence and files with its text of each source."""

CARRIED = {
    "amd64": (
        Pinned(
            name="libxcb-cursor0",
            version="0.1.4-1",
            architecture="amd64",
            files=(
                (
                    "libxcb-cursor0_0.1.4-1_amd64.deb",
                    "a4b3c32dc008275ffcacccc1c77c030f01aad38e232e05d5ad116b76656c607c",
                ),
            ),
        ),
        Pinned(
            name="libxcb-util1",
            version="0.4.0-1+b1",
            architecture="amd64",
            files=(
                (
                    "libxcb-util1_0.4.0-1+b1_amd64.deb",
                    "4c48af51fb2ac1be0490067e7450aeda27bf6c6c395165de02199eee4835336f",
                ),
            ),
        ),
    ),
    "arm64": (
        Pinned(
            name="libxcb-cursor0",
            version="0.1.4-1",
            architecture="arm64",
            files=(
                (
                    "libxcb-cursor0_0.1.4-1_arm64.deb",
                    "e475afb7dc5927e7fee2cca245e85a77d50849ab2da85eb9da6200740f53ea09",
                ),
            ),
        ),
        Pinned(
            name="libxcb-util1",
            version="0.4.0-1+b1",
            architecture="arm64",
            files=(
                (
                    "libxcb-util1_0.4.0-1+b1_arm64.deb",
                    "1d5d135c2e5965a7f79e0109da184ca1daff7e1475b69a0481208a7fea0be14e",
                ),
            ),
        ),
    ),
}
"""Libraries that Qt's window needs and that desktops made for Qt 5 do not bring along: they are
carried inside, since an offline machine cannot fetch them."""

MODULES = """\
*static*
array arraymodule.c
_asyncio _asynciomodule.c
_bisect _bisectmodule.c
_contextvars _contextvarsmodule.c
_csv _csv.c
_heapq _heapqmodule.c
_json _json.c
_lsprof _lsprof.c rotatingtree.c
_opcode _opcode.c
_pickle _pickle.c
_queue _queuemodule.c
_random _randommodule.c
_struct _struct.c
_typing _typingmodule.c
_zoneinfo _zoneinfo.c
math mathmodule.c
cmath cmathmodule.c
_statistics _statisticsmodule.c
_datetime _datetimemodule.c
_decimal _decimal/_decimal.c
binascii binascii.c -DUSE_ZLIB_CRC32
_bz2 _bz2module.c -lbz2
_lzma _lzmamodule.c -llzma
zlib zlibmodule.c -lz
_md5 md5module.c
_sha1 sha1module.c
_sha256 sha256module.c
_sha512 sha512module.c
_sha3 _sha3/sha3module.c
_blake2 _blake2/blake2module.c _blake2/blake2b_impl.c _blake2/blake2s_impl.c
pyexpat pyexpat.c
_elementtree _elementtree.c
_codecs_cn cjkcodecs/_codecs_cn.c
_codecs_hk cjkcodecs/_codecs_hk.c
_codecs_iso2022 cjkcodecs/_codecs_iso2022.c
_codecs_jp cjkcodecs/_codecs_jp.c
_codecs_kr cjkcodecs/_codecs_kr.c
_codecs_tw cjkcodecs/_codecs_tw.c
_multibytecodec cjkcodecs/multibytecodec.c
unicodedata unicodedata.c
fcntl fcntlmodule.c
grp grpmodule.c
mmap mmapmodule.c
_posixsubprocess _posixsubprocess.c
resource resource.c
select selectmodule.c
_socket socketmodule.c
syslog syslogmodule.c
termios termios.c
_posixshmem _multiprocessing/posixshmem.c
_multiprocessing _multiprocessing/multiprocessing.c _multiprocessing/semaphore.c
_ctypes _ctypes/_ctypes.c _ctypes/callbacks.c _ctypes/callproc.c _ctypes/stgdict.c \\
    _ctypes/cfield.c -lffi -DHAVE_FFI_PREP_CIF_VAR -DHAVE_FFI_PREP_CLOSURE_LOC \\
    -DHAVE_FFI_CLOSURE_ALLOC
"""
"""The compiled modules, as `Modules/Setup` writes them: all in one program. Those of databases,
terminals, sound and encrypted networks are not among them."""

SETTINGS = """\
build_time_vars = {
    "TZPATH": "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
}
"""
"""What `sysconfig` tells of the build. The rest of it names folders of the machine that built, and
matters only to those who compile modules."""

NOT_KEPT = (
    *("test", "tkinter", "idlelib", "turtledemo", "turtle.py", "ensurepip", "lib2to3", "venv"),
    *("distutils", "pydoc_data", "pydoc.py", "sqlite3", "dbm", "curses", "msilib", "xmlrpc"),
    *("wsgiref", "cgi.py", "cgitb.py", "ftplib.py", "imaplib.py", "nntplib.py", "poplib.py"),
    *("smtplib.py", "smtpd.py", "telnetlib.py", "ctypes/test", "ctypes/macholib", "unittest/test"),
    *("__phello__", "site-packages", "antigravity.py", "this.py"),
)
"""Files of Python's own library that are not kept, below `lib/python3.11`."""
