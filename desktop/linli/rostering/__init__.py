"""Filling rosters (自动排班): the one place with the solver, HiGHS.

Chosen over OR-Tools CP-SAT: 3 MB of wheels instead of 30 (and no pandas, protobuf, absl), MIT,
wheels for all three targets, one thread and so the same roster each time. Tried on both: 16 people
× 31 days × 3 shifts take as long; 200 volunteers × 31 days × 11 stations a fifth of the time.
"""
