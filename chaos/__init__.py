"""The crash harness: kills the real processes at any instant, then counts what was promised.

Development only. Production code knows nothing of it; what kills is wrapped around it from outside
(chaos.jebakan) in the harness's own children.
"""
