"""Checks of the ready types: text in, normalised value out, or one sentence of what to do."""
