"""What a form brings, by its kind."""

from collections.abc import Mapping

from collector.brief import FormKind
from collector.entries import Comment, Entry, Idea, Report, Response

ENTRY: Mapping[FormKind, type[Entry]] = {
    FormKind.IDEA: Idea,
    FormKind.SURVEY: Response,
    FormKind.POLL: Response,
    FormKind.COMMENT: Comment,
    FormKind.REPORT: Report,
}
