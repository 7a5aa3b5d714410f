"""Linli 邻里台: the desk of a community one-stop service hall (社区一站式服务大厅)."""

__version__ = "0.1.0"
