"""The screens: every number comes through the reading door and can say where it came from."""
