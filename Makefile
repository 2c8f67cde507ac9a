# Two commands do all the set-up: `make demo` and `make test`. Both make .venv themselves; Python 3.11+ is all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TRAIN_VENV := .venv-train
TRAIN_STAMP := $(TRAIN_VENV)/.installed

.PHONY: demo test check format docs bench train clean

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "headwater needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Set PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: $(STAMP)
	$(BIN)/headwater demo --out demo-out

test: $(STAMP)
	$(BIN)/python -m pytest -n 2

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n 2
	$(MAKE) docs

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(STAMP)
	$(BIN)/sphinx-build -n -W -q -b html docs docs/_build/html

bench: $(STAMP)
	$(BIN)/python bench/run.py

$(TRAIN_STAMP): pyproject.toml
	@test -x $(TRAIN_VENV)/bin/python || $(PYTHON) -m venv $(TRAIN_VENV)
	@$(TRAIN_VENV)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(TRAIN_VENV)/bin/python -m pip install --quiet torch==2.13.0
	@$(TRAIN_VENV)/bin/python -m pip install --quiet --editable ".[train]"
	@touch $@

train: $(TRAIN_STAMP)
	PYTHON=$(TRAIN_VENV)/bin/python bash training/train.sh

clean:
	rm -rf $(VENV) $(TRAIN_VENV) demo-out docs/_build
