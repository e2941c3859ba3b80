"""The brief: a challenge written in Markdown, read into plain values."""

from collector.brief.file_types import FILE_ENDINGS, FILE_TYPES
from collector.brief.fix import fix
from collector.brief.folder import briefs_of, read_folder, templates
from collector.brief.matter import set_setting
from collector.brief.model import (
    BLANKS,
    Brief,
    Clause,
    Condition,
    Form,
    FormKind,
    FormSection,
    Limits,
    Line,
    Option,
    Page,
    Phase,
    Picture,
    Prose,
    Question,
    Range,
    Reading,
    Results,
    Section,
    Shape,
    Slot,
    SlotKind,
    Test,
)
from collector.brief.rewrite import rewrite
from collector.brief.translation import read

__all__ = [
    "BLANKS",
    "FILE_ENDINGS",
    "FILE_TYPES",
    "Brief",
    "Clause",
    "Condition",
    "Form",
    "FormKind",
    "FormSection",
    "Limits",
    "Line",
    "Option",
    "Page",
    "Phase",
    "Picture",
    "Prose",
    "Question",
    "Range",
    "Reading",
    "Results",
    "Section",
    "Shape",
    "Slot",
    "SlotKind",
    "Test",
    "briefs_of",
    "fix",
    "read",
    "read_folder",
    "rewrite",
    "set_setting",
    "templates",
]
