"""Durable work: what follows a decision, and what happens on a clock, survives a crash."""

from core.jobs.engine import Jobs, Pekerjaan

__all__ = ["Jobs", "Pekerjaan"]
