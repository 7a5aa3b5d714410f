"""PDFium is not thread-safe: whoever calls it holds this lock, be it the window or a job."""

from threading import RLock

LOCK = RLock()
