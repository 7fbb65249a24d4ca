"""Durable work: what follows a decision, and what happens on a clock, survives a crash."""

from core.jobs.engine import Jobs
from core.jobs.steps import BERJALAN, GAGAL, Pekerjaan, StepFailed, Ulangi

__all__ = ["BERJALAN", "GAGAL", "Jobs", "Pekerjaan", "StepFailed", "Ulangi"]
