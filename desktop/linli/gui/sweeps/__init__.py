"""Sweeps for disputes (排查): the register, what was found, turning a finding into a case."""
