"""The rights of the people whose data it is (个人信息权利): notices, requests, periods, erasure."""

from linli.gui.privacy.consents import open_consents
from linli.gui.privacy.requests import open_requests
from linli.gui.privacy.retention import open_retention

__all__ = ["open_consents", "open_requests", "open_retention"]
