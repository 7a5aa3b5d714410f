"""Dialogs whose modules are loaded when they are first asked for.

The window opens after a fraction of the program is loaded; what most days nobody opens costs
nothing until it is opened. A menu names such a dialog by its place; a test goes through all.
"""

from importlib import import_module
from typing import Any


class Late:
    """A function that is loaded when it is first called.

    Args:
        module: of the package `linli.gui`, such as `hours.ledger`.
        name: the function, or the class of a dialog.
    """

    def __init__(self, module: str, name: str) -> None:
        self._module = module
        self._name = name

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Load it and call it."""
        return self.load()(*arguments, **named)

    def load(self) -> Any:
        """Load the module and return the function.

        Raises:
            ImportError: there is no such module.
            AttributeError: it has no such function.
        """
        return getattr(import_module(f"linli.gui.{self._module}"), self._name)
