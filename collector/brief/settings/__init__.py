"""What the settings of a brief mean. Keys and values that are not carried out yet are errors."""

from collector.brief.settings.agree import agree
from collector.brief.settings.place import Facts, Place
from collector.brief.settings.read import KEYS, LATER, read_settings

__all__ = ["KEYS", "LATER", "Facts", "Place", "agree", "read_settings"]
