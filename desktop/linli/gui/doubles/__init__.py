"""Doubles (重复人员): whom to compare, side by side, and the merges that can be taken back."""
