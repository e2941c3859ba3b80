"""The garden: one folder, its settings and its paths."""

from collector.garden.checks import POSTGRES
from collector.garden.garden import FILE, Garden
from collector.garden.lengths import read_days, read_minutes
from collector.garden.recognition import Among, Measure, RecognitionSettings, Rule
from collector.garden.rhythm import Rhythm
from collector.garden.schedule import CONTACTS, ScheduleSettings
from collector.garden.settings import (
    STORE_URL,
    BackupSettings,
    CollectorSettings,
    FileSettings,
    LimitSettings,
    PublishSettings,
    ServeSettings,
    Settings,
    SiteSettings,
    StoreSettings,
)
from collector.garden.telling import ADDRESS, EVENTS, MailSettings, NoticeSettings, WebhookSettings

__all__ = [
    "ADDRESS",
    "CONTACTS",
    "EVENTS",
    "FILE",
    "POSTGRES",
    "STORE_URL",
    "Among",
    "BackupSettings",
    "CollectorSettings",
    "FileSettings",
    "Garden",
    "LimitSettings",
    "MailSettings",
    "Measure",
    "NoticeSettings",
    "PublishSettings",
    "RecognitionSettings",
    "Rhythm",
    "Rule",
    "ScheduleSettings",
    "ServeSettings",
    "Settings",
    "SiteSettings",
    "StoreSettings",
    "WebhookSettings",
    "read_days",
    "read_minutes",
]
