"""What the settings of a brief mean. What is not carried out is an error."""

from collector.brief.settings.agree import agree
from collector.brief.settings.place import Facts, Place
from collector.brief.settings.read import KEYS, read_settings

__all__ = ["KEYS", "Facts", "Place", "agree", "read_settings"]
