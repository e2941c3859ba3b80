"""An error for a challenge that takes confirmed addresses where no mail can be sent."""

from dataclasses import replace

from collector.brief import Access, Reading
from collector.errors import Finding, Severity
from collector.garden import Settings
from collector.words import say


def mailed(reading: Reading, settings: Settings) -> Reading:
    """The reading with the error at its line, if there is one."""
    brief = reading.brief
    if brief is None or settings.mail.host or Access.EMAIL not in brief.access.values():
        return reading
    lines = brief.path.read_text("utf-8", "replace").splitlines() if brief.path.is_file() else []
    line = next((n for n, each in enumerate(lines, 1) if each.lower().startswith("access")), 1)
    finding = Finding(
        path=reading.path,
        line=line,
        column=1,
        severity=Severity.ERROR,
        reason="brief-email-no-mail",
        message=say("brief-email-no-mail"),
        fix="access: open",
    )
    return replace(reading, findings=(*reading.findings, finding))
