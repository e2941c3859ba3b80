"""Work left after an act: filling pages, building the site, running the owner's command."""

from collector.jobs.publish import publish_all, rebuild, refresh
from collector.jobs.runner import Runner

__all__ = ["Runner", "publish_all", "rebuild", "refresh"]
