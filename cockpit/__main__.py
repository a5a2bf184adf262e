"""`python -m cockpit`: the installed command, found by its name so that nothing imports it."""

from importlib.metadata import entry_points

(command,) = entry_points(group="console_scripts", name="econ-cockpit")
command.load()()
