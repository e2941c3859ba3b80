"""The web: the static site, the collector under /collect and the desk behind its log-in."""

from collector.web.app import application, create_app

__all__ = ["application", "create_app"]
