"""The page: citizen's phone, officers' group, an officer's private chat and the mailbox."""

from sandbox.halaman.rute import Halaman

__all__ = ["Halaman"]
