"""SDPD Desktop: runs a department's strategy for the prevention of delinquency, offline."""

__version__ = "0.1.0"
