"""Locking the window (锁定): after a while, when the session locks, or by hand.

`idle` watches keys and mouse, `session` the session, `curtain` hides what is open and brings it
back as it was, `page` asks for the password, and `lock` puts them together.
"""
