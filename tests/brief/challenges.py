"""Briefs of a few lines, for what settings mean."""

IDEAS = "## Share your idea {.idea}\n\n### Give it a name * {#title}\n\n____\n\n"
PRIVATE = IDEAS.replace(".idea", ".idea .private")
COST = "### What would it cost? * {#cost .public}\n\n____ (amount 0–5000 €)\n\n"
POLL = "## A question {.poll}\n\n### When?\n\n- ( ) Now\n- ( ) Later\n\n"
SURVEY = POLL.replace(".poll", ".survey #why")


def of(*settings: str, forms: str = IDEAS) -> str:
    """The brief's text; it closes never unless a setting says when."""
    timed = any(each.startswith(("closes", "opens", "phases")) for each in settings)
    lines = [*settings] if timed else ["closes: never", *settings]
    return "\n".join(["---", *lines, "---", "# Bread", "", "What next?", "", forms])


def phased(*phases: str, settings: tuple[str, ...] = (), forms: str = IDEAS) -> str:
    """A brief with these phases."""
    return of("phases:", *(f"- {each}" for each in phases), *settings, forms=forms)
