"""Conventions: the register, what each one holds, its pages, its signature on paper."""
