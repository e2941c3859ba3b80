"""The garden: one folder, its settings and its paths."""

from collector.garden.checks import POSTGRES
from collector.garden.garden import FILE, Garden
from collector.garden.lengths import read_days, read_minutes
from collector.garden.recognition import Among, Measure, RecognitionSettings, Rule
from collector.garden.rhythm import Rhythm
from collector.garden.schedule import CONTACTS, ScheduleSettings
from collector.garden.screening import MOST as MOST_RULES
from collector.garden.screening import Effect, RuleFault, ScreeningRule, as_said, read_rule
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
from collector.garden.spoken import LANGUAGES
from collector.garden.telling import ADDRESS, EVENTS, MailSettings, NoticeSettings, WebhookSettings

__all__ = [
    "ADDRESS",
    "CONTACTS",
    "EVENTS",
    "FILE",
    "LANGUAGES",
    "MOST_RULES",
    "POSTGRES",
    "STORE_URL",
    "Among",
    "BackupSettings",
    "CollectorSettings",
    "Effect",
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
    "RuleFault",
    "ScheduleSettings",
    "ScreeningRule",
    "ServeSettings",
    "Settings",
    "SiteSettings",
    "StoreSettings",
    "WebhookSettings",
    "as_said",
    "read_days",
    "read_minutes",
    "read_rule",
]
