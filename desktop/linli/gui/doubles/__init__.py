"""Doubles (重复人员): whom to compare, side by side, and the merges that can be taken back."""

from linli.gui.doubles.commands import open_comparison, open_doubles, open_merges

__all__ = ["open_comparison", "open_doubles", "open_merges"]
