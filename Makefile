# `make run` and `make test` do all the set-up themselves on a fresh Debian 12 with Python 3.11.
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
HOST ?= 127.0.0.1
PORT ?= 8050

.PHONY: run test soak soak-wall matrix-wall test-spark spark java check bench bench-engine bench-scale bench-lake screenshots browser postgres clean

run: .venv/run
	$(BIN)/econ-cockpit demo --host $(HOST) --port $(PORT)

test: check browser postgres
	$(BIN)/python -m pytest

# The same tests of durability for as long as was promised: a quarter of an hour and more.
soak: .venv/dev postgres
	COCKPIT_SOAK=1 $(BIN)/python -m pytest tests/warehouse/durability

# A wall left alone: two seconds a page, a publication every ten seconds.
MINUTES ?= 60
soak-wall: .venv/dev browser
	COCKPIT_SOAK_MINUTES=$(MINUTES) $(BIN)/python -m pytest --log-cli-level=INFO tests/browser/test_wall_soak.py

# Every scene on every screen in every look and language, networks cut and machines asleep for a minute.
matrix-wall: .venv/dev browser
	COCKPIT_SOAK=1 $(BIN)/python -m pytest --timeout 1200 tests/browser/test_wall.py \
	  tests/browser/test_access.py tests/browser/test_wall_live.py

# DuckDB and a Spark of a master and two workers, one of them killed, give the same rows: minutes.
test-spark: .venv/dev spark
	COCKPIT_SPARK=1 $(BIN)/python -m pytest -s tests/spark

# Spark with its own Python, half a gigabyte, for `econ-cockpit aggregate --engine spark`.
spark: .venv-spark/run java

java:
	@command -v java >/dev/null \
	|| { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	     openjdk-17-jre-headless >/dev/null; }

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check
	$(BIN)/lint-imports

bench: .venv/run
	$(BIN)/python -m benchmarks

# Eighty million figures take half an hour to load and six gigabytes of disk.
ROWS ?= 1000000
bench-scale: .venv/run
	$(BIN)/python -m benchmarks.scale --rows $(ROWS)

# Pandas needs minutes for what the engine does in a second.
bench-engine: .venv/run
	$(BIN)/python -m benchmarks.engine

# The same figures in a file and on a lake, with a PostgreSQL server of its own.
bench-lake: .venv/dev postgres
	$(BIN)/python -m benchmarks.lake --rows $(ROWS)

# The wall beside an ordinary Dash page and an ordinary Streamlit page, which has an environment of its own.
bench-wall: .venv/dev browser .venv-streamlit
	$(BIN)/python -m benchmarks.wall

.venv-streamlit:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --disable-pip-version-check streamlit==1.67.0 plotly==7.1.0

screenshots: .venv/dev browser
	$(BIN)/python docs/screenshots/take.py

# The browser and the fonts of Debian: whatever is missing.
browser:
	@command -v chromium >/dev/null && fc-list 2>/dev/null | grep -qi 'noto.*cjk' \
	|| { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	     chromium fonts-noto-cjk fontconfig >/dev/null; }

# The server programs alone: tests start a server of their own, with nobody's rights.
postgres:
	@ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null \
	|| { mkdir -p /etc/postgresql-common \
	     && echo 'create_main_cluster = false' >> /etc/postgresql-common/createcluster.conf \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
	     postgresql >/dev/null; }

.venv/bin/python:
	$(PYTHON) -m venv .venv \
	|| { apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; }

.venv/run: requirements.lock pyproject.toml | .venv/bin/python
	$(INSTALL) --no-deps -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock pyproject.toml | .venv/bin/python
	$(INSTALL) --no-deps -r requirements-dev.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@ .venv/run

.venv-spark/run: requirements-spark.lock | .venv/bin/python
	$(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  -r requirements-spark.lock
	@touch $@

clean:
	rm -rf .venv .venv-spark var
