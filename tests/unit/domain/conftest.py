from hypothesis import settings

# The same examples on every machine, however slow, and nothing left behind.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")
