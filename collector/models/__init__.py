"""Models: canvases, experiments and programmes, each a page of the owner's own in Markdown."""

from collector.models.canvas import Block, Canvas, CanvasKind
from collector.models.curves import Curve, Curves
from collector.models.experiment import Experiment, Outcome, Shares, State
from collector.models.folder import ModelReading, Models, read_pages, templates
from collector.models.page import KINDS, kind_of
from collector.models.programme import Link, Programme, ProgrammeKind, Step, Target

__all__ = [
    "KINDS",
    "Block",
    "Canvas",
    "CanvasKind",
    "Curve",
    "Curves",
    "Experiment",
    "Link",
    "ModelReading",
    "Models",
    "Outcome",
    "Programme",
    "ProgrammeKind",
    "Shares",
    "State",
    "Step",
    "Target",
    "kind_of",
    "read_pages",
    "templates",
]
