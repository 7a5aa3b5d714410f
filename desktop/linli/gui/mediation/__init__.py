"""The tab 矛盾调解: cases as a table and as a board, one case, and all that is done in it."""

from linli.gui.mediation.tab import CasesTab

__all__ = ["CasesTab"]
