"""Models: canvases, experiments, programmes and what else is a page of the owner's."""

from collector.models.canvas import Block, Canvas, CanvasKind
from collector.models.curves import Curve, Curves
from collector.models.experiment import Experiment, Outcome, Poll, Shares, State
from collector.models.folder import ModelReading, Models, read_pages, templates
from collector.models.page import KINDS
from collector.models.participants import (
    EVERYBODY_ELSE,
    SIDES,
    UNINVITED,
    Participant,
    Participants,
)
from collector.models.programme import Link, Programme, ProgrammeKind, Step, Target
from collector.models.quarterly import CHAPTERS, Chapter, QuarterlyReport
from collector.models.story import Scene, Story

__all__ = [
    "CHAPTERS",
    "EVERYBODY_ELSE",
    "KINDS",
    "SIDES",
    "UNINVITED",
    "Block",
    "Canvas",
    "CanvasKind",
    "Chapter",
    "Curve",
    "Curves",
    "Experiment",
    "Link",
    "ModelReading",
    "Models",
    "Outcome",
    "Participant",
    "Participants",
    "Poll",
    "Programme",
    "ProgrammeKind",
    "QuarterlyReport",
    "Scene",
    "Shares",
    "State",
    "Step",
    "Story",
    "Target",
    "read_pages",
    "templates",
]
