"""What an entry is about has to be there: a comment needs an idea that is shown, a reply a comment.

    idea ◄─ about ─ comment ◄─ parent ─ reply
      ▲               ▲
      └──── about ────┴──── report

Whoever reads a page may be late: what stood there then may have gone since.
"""

from dataclasses import dataclass
from datetime import datetime

from collector import moderation
from collector.brief import Brief, Form, FormKind
from collector.entries import Comment, Entry, Idea, Report
from collector.errors import Closed, Unknown
from collector.store import Store, reads


@dataclass(frozen=True)
class About:
    """The ref of the idea that shows it, and of the comment that is answered or reported."""

    idea: str
    comment: str = ""


def place(store: Store, brief: Brief, form: Form, about: About, now: datetime) -> About:
    """Where a comment or report of this form is to stand: a reply at the idea of the comment that
    it answers, be that merged into the one that shows it.

    Raises Unknown or Closed where it can't stand any more.
    """
    idea = shown_idea(store, brief, about.idea, now)
    if not about.comment:
        return about
    comment = shown_comment(store, idea, about.comment)
    if comment.parent and form.kind is FormKind.COMMENT:
        raise Closed("comment-is-reply")
    return About(comment.about, comment.ref)


def shown_idea(store: Store, brief: Brief, ref: str, now: datetime) -> Idea:
    """The idea, if the public may see it. Raises Unknown, or Closed with the reason why not."""
    idea = known_idea(store, ref)
    if idea.challenge != brief.slug:
        raise Unknown("idea-unknown")
    if idea.state in moderation.ENDS:
        raise Closed("idea-gone")
    stands = reads.standing(store, idea)
    if stands.ref != idea.ref:
        raise Closed("idea-merged", title=stands.answers.get("title", ""))
    if not moderation.visible(idea, brief, now):
        raise Closed("idea-not-shown")
    return idea


def about_of(store: Store, entry: Entry) -> About | None:
    """What the entry is about; None unless it is a comment or report."""
    if isinstance(entry, Comment):
        return _stands_at(store, entry.about, entry.parent)
    if not isinstance(entry, Report):
        return None
    comment = reads.comment(store, entry.about)
    if comment is None:
        return _stands_at(store, entry.about)
    return _stands_at(store, comment.about, comment.ref)


def _stands_at(store: Store, ref: str, comment: str = "") -> About:
    idea = reads.idea(store, ref)
    return About(reads.standing(store, idea).ref if idea else ref, comment)


def known_idea(store: Store, ref: str) -> Idea:
    """The idea of this name, shown or not. Raises Unknown."""
    idea = reads.idea(store, ref)
    if idea is None:
        raise Unknown("idea-unknown")
    return idea


def shown_comment(store: Store, idea: Idea, ref: str) -> Comment:
    """The comment on the idea, if the public may see it. Raises Unknown, or Closed."""
    comment = reads.comment(store, ref)
    own = reads.idea(store, comment.about) if comment else None
    if comment is None or own is None or reads.standing(store, own).ref != idea.ref:
        raise Unknown("no-comment")
    parent = reads.comment(store, comment.parent) if comment.parent else None
    if not moderation.comment_shown(comment, own, parent):
        raise Closed("comment-gone")
    return comment
