"""The process: addresses, folders and secrets. (The office's own profile is core.kantor.)"""

from core.settings.faults import SettingsFault, one_sentence
from core.settings.process import Settings, load
from core.settings.rahasia import Secrets
from core.settings.sections import Health, Mail, Registry, Signing, Telegram, Web
from core.settings.webhook import webhook_secret

__all__ = [
    "Health",
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
    "webhook_secret",
]
