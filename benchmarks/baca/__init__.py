"""The measurement of the reading: fictional cards, photographed, read, and compared."""
