"""What must be well before the process `web` starts."""

from core.app.checks.basis_data import DATABASE
from core.app.checks.check import BAIK, Check, Hasil, Tempat
from core.app.checks.clock import RELEASE
from core.app.checks.folders import APART, READABLE
from core.app.checks.keys import KUNCI_WEB, PLACES, SITE_ENVIRONMENT
from core.kantor import PengaturanSalah, load_kantor


async def _office_file(tempat: Tempat) -> Hasil:
    load_kantor(tempat.settings.kantor)
    return BAIK


OFFICE_FILE = Check("profil kantor", _office_file, (PengaturanSalah,))

# Looked at by both processes, and before either by `run`.
COMMON = (RELEASE, APART, PLACES, OFFICE_FILE)
CHECKS_WEB = (SITE_ENVIRONMENT, *COMMON, KUNCI_WEB, DATABASE, READABLE)
