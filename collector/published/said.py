"""What was said about ideas and comments, on its way to the door: comments, and owners' answers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Self, TypeAlias

from collector.entries import Comment, Idea, Reply, State
from collector.moderation import comment_shown
from collector.published.comment import PublishedComment, PublishedReply

Day: TypeAlias = Callable[[datetime], date]
"""Tells the day of a moment, in the zone that days are told in."""


@dataclass(frozen=True)
class Said:
    """Comments of every state and owners' answers, by the ref of what they are about."""

    about: Mapping[str, list[Comment]]
    replied: Mapping[str, list[Reply]]

    @classmethod
    def of(cls, comments: Iterable[Comment], replies: Iterable[Reply]) -> Self:
        """In order of arrival."""
        about, replied = defaultdict[str, list[Comment]](list), defaultdict[str, list[Reply]](list)
        for comment in sorted(comments, key=lambda each: (each.received, each.ref)):
            about[comment.about].append(comment)
        for reply in sorted(replies, key=lambda each: (each.at, each.ref)):
            replied[reply.about].append(reply)
        return cls(about, replied)

    def answers(self, ref: str, day: Day) -> tuple[PublishedReply, ...]:
        """What the owner answered to the idea or comment."""
        return tuple(PublishedReply(each.text, day(each.at)) for each in self.replied.get(ref, ()))

    def comments(self, idea: Idea, day: Day) -> tuple[PublishedComment, ...]:
        """Those on the idea, which is shown, each with the replies to it."""
        known = {each.ref: each for each in self.about.get(idea.ref, ())}
        replies = defaultdict[str, list[PublishedComment]](list)
        for each in known.values():
            if each.parent and comment_shown(each, idea, known.get(each.parent)):
                replies[each.parent].append(self._comment(each, day))
        return tuple(
            self._comment(each, day, replies[each.ref])
            for each in known.values()
            if not each.parent and (comment_shown(each, idea, None) or replies[each.ref])
        )

    def _comment(
        self, comment: Comment, day: Day, replies: Iterable[PublishedComment] = ()
    ) -> PublishedComment:
        """Of one that was taken back only its place."""
        stands = comment.state is State.APPROVED
        return PublishedComment(
            ref=comment.ref,
            text=str(comment.answers.get("text", "")) if stands else "",
            on=day(comment.received),
            name=str(comment.answers.get("name", "")) if stands else "",
            replies=tuple(replies),
            answers=self.answers(comment.ref, day) if stands else (),
        )
