"""The wiring: builds every object once, starts them in order, stops them in the reverse order.

Import the module you need: the two processes must not load each other's parts.
"""
