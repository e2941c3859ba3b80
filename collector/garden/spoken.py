"""The languages in which a brief, or its translation, may be written."""

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ar")
