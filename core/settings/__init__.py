"""The process: addresses, folders and secrets. (The office's own profile is core.kantor.)"""

from core.settings.faults import SettingsFault, one_sentence
from core.settings.process import Mail, Registry, Secrets, Settings, Signing, Telegram, Web, load

__all__ = [
    "Mail",
    "Registry",
    "Secrets",
    "Settings",
    "SettingsFault",
    "Signing",
    "Telegram",
    "Web",
    "load",
    "one_sentence",
]
