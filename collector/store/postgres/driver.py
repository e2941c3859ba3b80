"""The driver, an extra of the kit: who keeps entries in a file needs none.

Raises Unavailable on import where it is missing.
"""

from collector.errors import Unavailable

try:
    import psycopg
except ImportError as error:
    raise Unavailable("database-driver", cause=str(error)) from error

__all__ = ["psycopg"]
