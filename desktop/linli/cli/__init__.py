"""The verbs (命令): what the program does without a window, for scripts and trials.

They work through the same services as the window. Exit code 0: done; 1: not done, and a Chinese
sentence on stderr says why and what to do; 2: the command was typed wrongly.
"""

from linli.cli.access import data_dir
from linli.cli.main import report_defects, run
from linli.cli.parser import parse, program

__all__ = ["data_dir", "parse", "program", "report_defects", "run"]
