"""The measurement of the upload pre-flight: fictional papers, photographed well and badly."""
