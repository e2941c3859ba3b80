"""What is kept: TinyDB's tables on SQL rows, acts upon them, limits and the secret key."""

from collector.store import reads, writes
from collector.store.key import secret
from collector.store.limits import Limits
from collector.store.store import Store

__all__ = ["Limits", "Store", "reads", "secret", "writes"]
