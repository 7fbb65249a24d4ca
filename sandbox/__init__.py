"""A stand-in for Telegram and the mail server, on loopback, for rehearsals and tests.

Imports nothing of the project: what passes here passes over HTTP and SMTP, as in production.
"""

from sandbox.kendali.bentuk import (
    Antaran,
    Notis,
    Obrolan,
    Orang,
    Panggilan,
    Pembaruan,
    Pesan,
    Surat,
    Tombol,
    Webhook,
)
from sandbox.kendali.saluran import Ditolak
from sandbox.klien import Klien, TakKunjung
from sandbox.panggung import TOKEN, Bekal, Bot, Contoh, Grup, Panggung, Tokoh
from sandbox.peladen import HanyaLoopback, PortTerpakai, Sandbox

__all__ = [
    "TOKEN",
    "Antaran",
    "Bekal",
    "Bot",
    "Contoh",
    "Ditolak",
    "Grup",
    "HanyaLoopback",
    "Klien",
    "Notis",
    "Obrolan",
    "Orang",
    "Panggilan",
    "Panggung",
    "Pembaruan",
    "Pesan",
    "PortTerpakai",
    "Sandbox",
    "Surat",
    "TakKunjung",
    "Tokoh",
    "Tombol",
    "Webhook",
]
