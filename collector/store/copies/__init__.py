"""Copies of what is kept: backups, restores, and the portable file that any TinyDB reads."""
