"""Findings as pictures: SVG that reads on a phone and in the dark, with its table."""

from collector.draw.bars import bars
from collector.draw.canvas import canvas, label_of, versions
from collector.draw.cells import cells
from collector.draw.code import code
from collector.draw.curves import curves
from collector.draw.groups import groups
from collector.draw.histogram import histogram
from collector.draw.likert import likert
from collector.draw.over_time import over_time
from collector.draw.participants import participants
from collector.draw.portfolio import crossing, portfolio
from collector.draw.portions import portions
from collector.draw.progress import aim, pace, pace_in_short, progress
from collector.draw.quadrants import Point, quadrants
from collector.draw.question import question
from collector.draw.ranks import ranks
from collector.draw.rounds import rounds
from collector.draw.section import Asked
from collector.draw.shares import needs, shares
from collector.draw.spending import spending
from collector.draw.trial import plan, trial
from collector.draw.weeks import weeks
from collector.draw.win_shares import win_shares

__all__ = [
    "Asked",
    "Point",
    "aim",
    "bars",
    "canvas",
    "cells",
    "code",
    "crossing",
    "curves",
    "groups",
    "histogram",
    "label_of",
    "likert",
    "needs",
    "over_time",
    "pace",
    "pace_in_short",
    "participants",
    "plan",
    "portfolio",
    "portions",
    "progress",
    "quadrants",
    "question",
    "ranks",
    "rounds",
    "shares",
    "spending",
    "trial",
    "versions",
    "weeks",
    "win_shares",
]
