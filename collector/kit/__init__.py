"""What upgrades with the kit: theme, default pages, brief templates, the demo's garden."""

from pathlib import Path

FOLDER = Path(__file__).parent
THEME = FOLDER / "theme"
PAGES = FOLDER / "pages"
LANGUAGES = FOLDER / "languages"
"""Pages in other languages, one folder each, laid over those of `PAGES`."""
BRIEFS = FOLDER / "briefs"
SCORECARDS = FOLDER / "scorecards"
"""Sections that a brief may take up, one file each."""
MODELS = FOLDER / "models"
"""Templates of canvases, experiments and programmes, in the folders where their pages go."""
DEMO = FOLDER / "demo"
YEAR = FOLDER / "year"
"""What is laid over the demo for a year of it, and the diary of that year."""
