"""The ways in which each session is tried: a language, a width, and whether scripts run."""

FRENCH = {"language": "fr", "width": 1440, "script": True}
ENGLISH = {"language": "en", "width": 320, "script": False}
