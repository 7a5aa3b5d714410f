"""What a desktop knows of the program: menu entry, icon, the types of its files."""

from pathlib import Path

APP_ID = "org.linli.desktop"
"""The name of the program on UOS, where it is that of the package and of all its files."""
NAME = "邻里台"
SUMMARY = "社区一站式服务大厅的台账和联系卡"

_ICON = Path(__file__).parent / "icon.svg"
_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Linli
Name[zh_CN]={name}
GenericName=Community ledger
GenericName[zh_CN]=社区台账
Comment=Ledger and contact cards of a community service hall
Comment[zh_CN]={summary}
Keywords=linli;ledger;resident;台账;居民;联系卡;
Exec={program} %f
Icon={icon}
Terminal=false
Categories=Office;Database;
MimeType=application/x-linli-ledger;
StartupWMClass=linli
"""
_TYPES = """\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-linli-ledger">
    <comment>Linli ledger</comment>
    <comment xml:lang="zh_CN">邻里台台账</comment>
    <glob pattern="ledger.db" weight="80"/>
  </mime-type>
  <mime-type type="application/x-linli-backup">
    <comment>Linli backup</comment>
    <comment xml:lang="zh_CN">邻里台备份</comment>
    <glob pattern="*.linli-backup"/>
  </mime-type>
  <mime-type type="application/x-linli-exchange">
    <comment>Linli exchange file</comment>
    <comment xml:lang="zh_CN">邻里台交换文件</comment>
    <glob pattern="*.linli-x"/>
  </mime-type>
</mime-info>
"""


def entry(program: str, icon: str) -> str:
    """Return the menu entry; `program` is the path that it starts, `icon` the icon's name."""
    return _ENTRY.format(name=NAME, summary=SUMMARY, program=program, icon=icon)


def types() -> str:
    """Return the types of the program's files: ledger, backup, exchange file."""
    return _TYPES


def icon() -> str:
    """Return the program's icon as SVG."""
    return _ICON.read_text(encoding="utf-8")
