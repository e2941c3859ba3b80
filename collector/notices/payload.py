"""Payloads: a message as Slack, Teams or a program reads it.

Words of visitors stand where the reader takes them as they are: Slack's `plain_text`, Teams'
`TextRun`. Where a notification repeats them, what could call people or hide a link is taken apart.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from collector.entries import Notice
from collector.notices.letter import plain
from collector.notices.message import Message

LONGEST = 2000
"""Characters of one text; Slack takes 3000."""

APART = "\u200b"
"""A blank without width, between signs that would mean something together."""

CALLS = re.compile(r"[@＠](?=\S)")
LINKS = re.compile(r"\](?=[(\[])")
ADDRESSES = re.compile(r"(?<=[A-Za-z])://|\bwww\.|\bmailto:", re.I)


def payload(kind: str, message: Message, notice: Notice) -> bytes:
    """The body of a post to a webhook of this kind."""
    return json.dumps(KINDS[kind](message, notice), ensure_ascii=False).encode()


def slack_text(text: str) -> str:
    """Text for Slack, and for what reads its payloads: nobody is called, no link is hidden."""
    for sign, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, escaped)
    return _apart(text)


def _apart(text: str) -> str:
    text = CALLS.sub(lambda found: found[0] + APART, text)
    text = LINKS.sub("]" + APART, text)
    return ADDRESSES.sub(lambda found: APART.join(found[0]), text)


def _cut(text: str) -> str:
    clean = plain(text).strip()
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"


def _slack(message: Message, _notice: Notice) -> dict[str, Any]:
    texts = [_cut(each) for each in (*message.lines, message.quoted) if each]
    blocks: list[dict[str, Any]] = [
        {"type": "section", "text": {"type": "plain_text", "text": each, "emoji": False}}
        for each in texts
    ]
    if message.link:
        name, address = message.link
        text = {"type": "plain_text", "text": _cut(name)[:75], "emoji": False}
        blocks.append(
            {"type": "actions", "elements": [{"type": "button", "text": text, "url": address}]}
        )
    told = slack_text(_cut(message.subject))
    if message.link:
        told += f"\n<{message.link[1]}>"
    return {
        "text": told,
        "parse": "none",
        "link_names": False,
        "unfurl_links": False,
        "blocks": blocks,
    }


def _teams(message: Message, _notice: Notice) -> dict[str, Any]:
    def paragraph(text: str, **more: object) -> dict[str, Any]:
        run = {"type": "TextRun", "text": _cut(text), **more}
        return {"type": "RichTextBlock", "inlines": [run]}

    body = [paragraph(message.subject, weight="bolder")]
    body += [paragraph(each) for each in message.lines]
    if message.quoted:
        body.append(paragraph(message.quoted, italic=True))
    card: dict[str, Any] = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "fallbackText": _apart(_cut(message.subject)),
        "body": body,
    }
    if message.link:
        name, address = message.link
        card["actions"] = [{"type": "Action.OpenUrl", "title": _cut(name), "url": address}]
    content = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    return {"type": "message", "attachments": [content]}


def _json(message: Message, notice: Notice) -> dict[str, Any]:
    """Standard Webhooks: what kind of event, when, and its data."""
    data = {
        "subject": message.subject,
        "text": "\n\n".join(message.lines),
        "quoted": message.quoted,
        "url": message.link[1] if message.link else "",
        "challenge": notice.challenge,
        "about": notice.about,
    }
    return {"type": str(notice.event), "timestamp": notice.at.isoformat(), "data": data}


KINDS: Mapping[str, Callable[[Message, Notice], dict[str, Any]]] = {
    "slack": _slack,
    "teams": _teams,
    "json": _json,
}
