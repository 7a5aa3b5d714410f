"""Exchange with other computers (与其他电脑交换): whom to trust, and the files between them."""

from linli.gui.exchange.dialog import open_exchange

__all__ = ["open_exchange"]
