"""Makes the bundles that are carried to machines without a network.

A bundle is a runtime of Python, the locked wheels of one target, and the program. Nothing is built
on the machine that it is meant for, and nothing of the machine that builds it gets in: the same
commit gives the same bytes.
"""
