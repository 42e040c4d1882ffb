"""What ``sdpd`` runs: its grammar, one module per subject, and how results are printed."""
