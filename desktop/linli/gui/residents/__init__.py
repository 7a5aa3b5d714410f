"""The residents tab (居民): find, look, edit, and print from one place."""

from linli.gui.residents.tab import ResidentsTab

__all__ = ["ResidentsTab"]
