"""The doctor: looks at all that the store lives on, and changes nothing."""

from collector.store.doctor.examination import examine
from collector.store.doctor.key import note_copied
from collector.store.doctor.sign import Level, Sign

__all__ = ["Level", "Sign", "examine", "note_copied"]
