"""The font of the window: the system's Chinese font where it has a good one, else ours."""

from PySide6.QtGui import QFontDatabase

# WenQuanYi is not among them: it has no bold and lacks the rare characters of names.
_GOOD = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC")


def interface_families() -> list[str]:
    """Return the families to use, best first; registers the shipped Noto Sans SC if needed.

    Raises:
        FileNotFoundError: if neither the system nor the program has a Chinese font.
    """
    installed = set(QFontDatabase.families())
    found = [family for family in _GOOD if family in installed]
    if found:
        return found
    from pylopdf_fonts_zh_cn import sans_path

    number = QFontDatabase.addApplicationFont(str(sans_path()))
    families = QFontDatabase.applicationFontFamilies(number)
    if not families:
        raise FileNotFoundError(sans_path())
    return families
