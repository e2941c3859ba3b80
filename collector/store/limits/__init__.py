"""Limits: how often somebody may do something in an hour, across all processes and machines."""

from collector.store.limits.limits import Limits, network

__all__ = ["Limits", "network"]
