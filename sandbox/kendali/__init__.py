"""The control API: plays the people, over HTTP and JSON, from any language."""

from sandbox.kendali.rute import Kendali, refuse_in_words

__all__ = ["Kendali", "refuse_in_words"]
