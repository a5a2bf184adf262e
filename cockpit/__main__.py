"""`python -m cockpit`: the command line, found by its name so that nothing imports it."""

from importlib import import_module

import_module("app").main()
