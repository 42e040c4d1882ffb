"""Use cases, one module per subject; frozen values in, frozen values out."""
