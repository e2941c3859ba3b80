"""What is told to whom: what happened becomes words, and goes by mail or webhook.

    notice ─ readers ─► to whom ─ compose ─► Message ─ mail | webhook ─► sent, bounced or again

Without settings nothing is ever sent. `send` is the one port: it takes a notice that is addressed.
"""

from collector.notices.around import Around
from collector.notices.proof import send_proof
from collector.notices.readers import addresses, readers
from collector.notices.send import send

__all__ = ["Around", "addresses", "readers", "send", "send_proof"]
