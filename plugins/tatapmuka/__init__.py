"""Services that can only be given in person: a ticket is booked here, the rest happens there."""

from plugins.tatapmuka.rekam import REKAM

LAYANAN = (REKAM,)
