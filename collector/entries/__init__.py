"""What is kept, as plain frozen facts. No entry knows where it is stored or who may see it."""

from collector.entries.account import RANKS, Account, Link, Rights, Role, Session
from collector.entries.benefit import GOALS, Benefit, Innovation, Part, Sum
from collector.entries.claim import Claim
from collector.entries.decision import MODERATING, PICKING, Decision, Reason
from collector.entries.document import Document, Value, from_document, to_document
from collector.entries.entry import (
    KINDS,
    NO_KEY,
    Comment,
    Entry,
    Idea,
    Pick,
    Progress,
    Report,
    Response,
    State,
    tombstone,
)
from collector.entries.exposure import Exposure
from collector.entries.feed_key import FeedKey
from collector.entries.file import File
from collector.entries.honour import Honour
from collector.entries.invitation import Card, Invitation, invitation_hash, new_code
from collector.entries.job import Job, JobKind
from collector.entries.measurement import Measurement
from collector.entries.notice import Delivery, Event, Notice
from collector.entries.person import Person, Purpose
from collector.entries.promise import Promise
from collector.entries.quota import Quota
from collector.entries.receipt import Receipt
from collector.entries.reference import is_reference, new_reference
from collector.entries.reply import Reply
from collector.entries.revision import Revision
from collector.entries.score import Score
from collector.entries.sheet_key import SheetKey
from collector.entries.spent import Spent
from collector.entries.thank_you import ThankYou
from collector.entries.theme import NOWHERE, Theme, theme_of, themed
from collector.entries.vote import Ballot, Comparison, Vote
from collector.entries.workshop import (
    Seat,
    Step,
    Workshop,
    Written,
    new_workshop_code,
    spoken_code,
    typed_code,
)

__all__ = [
    "GOALS",
    "KINDS",
    "MODERATING",
    "NOWHERE",
    "NO_KEY",
    "PICKING",
    "RANKS",
    "Account",
    "Ballot",
    "Benefit",
    "Card",
    "Claim",
    "Comment",
    "Comparison",
    "Decision",
    "Delivery",
    "Document",
    "Entry",
    "Event",
    "Exposure",
    "FeedKey",
    "File",
    "Honour",
    "Idea",
    "Innovation",
    "Invitation",
    "Job",
    "JobKind",
    "Link",
    "Measurement",
    "Notice",
    "Part",
    "Person",
    "Pick",
    "Progress",
    "Promise",
    "Purpose",
    "Quota",
    "Reason",
    "Receipt",
    "Reply",
    "Report",
    "Response",
    "Revision",
    "Rights",
    "Role",
    "Score",
    "Seat",
    "Session",
    "SheetKey",
    "Spent",
    "State",
    "Step",
    "Sum",
    "ThankYou",
    "Theme",
    "Value",
    "Vote",
    "Workshop",
    "Written",
    "from_document",
    "invitation_hash",
    "is_reference",
    "new_code",
    "new_reference",
    "new_workshop_code",
    "spoken_code",
    "theme_of",
    "themed",
    "to_document",
    "tombstone",
    "typed_code",
]
