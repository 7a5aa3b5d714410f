"""Which Alt keys a window takes."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar


def letters(window):
    """Return how often each Alt key is taken by what can be seen of `window`."""
    texts = [b.text() for b in window.findChildren(QAbstractButton) if of(b, window)]
    labels = [each for each in window.findChildren(QLabel) if of(each, window)]
    texts += [label.text() for label in labels if label.buddy() is not None]
    for bar in window.findChildren(QTabBar):
        texts += [bar.tabText(n) for n in range(bar.count()) if of(bar, window)]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]
    return Counter(key for key in keys if key)


def of(widget, window):
    """Whether a widget can be seen in a window."""
    return widget.isVisible() and widget.window() is window


def taken_twice(window):
    """Return the Alt keys that mean several things."""
    return {key: count for key, count in letters(window).items() if count > 1}
