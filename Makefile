# The only entry points to remember. Each makes .venv if there is none and installs what it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || echo python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test check bench docs pictures fuzz stress resume-test

demo: .venv/installed
	$(BIN)/newsevents demo

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/newsevents check --no-examples
	$(BIN)/pytest --numprocesses auto

check: .venv/installed
	$(BIN)/newsevents check

# 20,000 texts through the whole of extract; make test tries 300.
fuzz: .venv/installed-dev
	FUZZ=20000 $(BIN)/pytest tests/fuzz

# The hostile inputs in full size: a line of 100 MB, bombs of 1 GB, an article of 50,000 words.
stress: .venv/installed-dev
	STRESS=1 $(BIN)/pytest tests/faults -rs

# A run killed at 20 random moments; make test kills 3 times.
resume-test: .venv/installed-dev
	KILLS=20 $(BIN)/pytest tests/cli/test_killed_runs.py

bench: .venv/installed-dev
	$(BIN)/python benchmarks/run.py

docs: .venv/installed-dev
	$(BIN)/mkdocs build --strict

# The pictures of README and docs, taken in Debian's chromium.
pictures: .venv/installed-dev
	$(BIN)/python tools/build_pictures.py

.venv/python:
	$(PYTHON) -c 'import sys; sys.exit("newsevents needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	touch $@

.venv/installed: .venv/python pyproject.toml constraints.txt
	$(PIP) --editable .
	touch $@

.venv/installed-dev: .venv/python pyproject.toml constraints.txt
	$(PIP) --editable '.[dev]'
	touch $@ .venv/installed
