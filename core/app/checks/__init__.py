"""Closed by default: what is looked at before a process starts, and by `doctor` at any time.

One list per process (`kerja.py`, `web.py`), so that start and doctor cannot differ. Import the
module you need: the site must not load the bot's part.
"""
