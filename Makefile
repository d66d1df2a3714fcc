# One make at a time in a clone: installing and locking are not safe side by side (publishing is: it takes a lock).

# Makes a new .venv; one that exists keeps its own Python until make clean.
PYTHON ?= python3
# Passed on: make site ARGS="--site DIR", make test ARGS="-k dates", make lock ARGS=--upgrade.
ARGS ?=
# Where make serve shows the preview.
PORT := 8000

python := .venv/bin/python
uv := $(python) -m uv
install := $(uv) pip install --python $(python) --require-hashes --no-build --requirement
compile := $(uv) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	--no-emit-index-url --quiet $(ARGS)

export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help site test serve check lint mutation fuzz bench zensical audit licences sbom lock clean

help: ## Print this help
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 14

site: .venv/.site ## Check the facts and build site/
	$(python) -m factbook publish $(ARGS)

test: .venv/.test lint ## Run the linters and all tests
	$(python) -m pytest $(ARGS)

serve: .venv/.site schema/sources.json ## Show a live preview on http://127.0.0.1:8000 (PORT=8001: elsewhere)
	@$(python) -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || { echo \
		'Port $(PORT) cannot be had: another preview may be on it. End that, or take another: make serve PORT=8001' >&2; exit 1; }
	$(python) -m mkdocs serve --dirty --no-strict --dev-addr 127.0.0.1:$(PORT)

check: .venv/.site schema/sources.json ## Check the facts alone, in seconds
	$(python) -m factbook check $(ARGS)

lint: .venv/.test ## Run the linters alone
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(python) -m factbook fmt --check
	.venv/bin/zizmor --offline --pedantic --quiet .github

mutation: .venv/.site ## Count how many corruptions of the record the checks notice (ARGS=--all: judge every one)
	$(python) -m tools.mutation $(ARGS)

fuzz: .venv/.site ## Alter records for five minutes and keep those that break a check (ARGS="--seconds 3600")
	$(python) -m tools.fuzz $(ARGS)

bench: .venv/.test ## Measure checks, builds, previews and pages, and write bench/results.json (ARGS="checks weights": only these)
	$(python) -m bench $(ARGS)

zensical: .venv/.zensical ## Build the site with Zensical into site-zensical/
	$(python) second_build.py $(ARGS)

audit: .venv/.audit ## Look for known faults in the locked libraries
	$(python) -m pip_audit --strict --disable-pip --require-hashes $(foreach lock,installer test audit zensical,--requirement requirements/$(lock).txt) $(ARGS)

licences: .venv/.test .venv/.audit .venv/.zensical ## List the licences of the locked libraries in requirements/licences.csv
	$(python) -m tools.supply licences

sbom: .venv/.test .venv/.audit .venv/.zensical ## Write a bill of materials of the locked libraries (CycloneDX) into sbom.cdx.json
	$(python) -m tools.supply sbom sbom.cdx.json

lock: .venv/.uv ## Write the locks in requirements/ after a change in pyproject.toml (ARGS=--upgrade: newest versions)
	$(compile) --group installer --output-file requirements/installer.txt
	$(compile) --group test --output-file requirements/test.txt
	$(compile) --group site --constraints requirements/test.txt --output-file requirements/site.txt
	$(compile) --group audit --constraints requirements/test.txt --output-file requirements/audit.txt
	$(compile) --group zensical --constraints requirements/test.txt --output-file requirements/zensical.txt

# What editors complete and explain fact files by. A broken record is for check to name, so it stops nothing here.
schema/sources.json: $(wildcard facts/*.yaml facts/sources/*.yaml factbook/*.py $(foreach part,checks kinds schema,factbook/$(part)/*.py)) | .venv/.site
	@$(python) -m factbook schema --write schema >/dev/null 2>&1 || true

clean: ## Remove everything that the other targets made
	rm -rf .venv schema site .site.publish site-zensical sbom.cdx.json .charts .mypy_cache .pytest_cache .ruff_cache .hypothesis .mutation .fuzz
	find . -name __pycache__ -prune -exec rm -rf {} +

# Each stamp is touched last, so an interrupted step runs again and a finished one runs again only for a changed lock.
.venv/.uv: requirements/installer.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	@! test -L .venv || { echo '.venv is a link, and what it leads to would be emptied. Remove the link: rm .venv' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(python) -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --requirement $<
	@touch $@

.venv/.site .venv/.audit: .venv/.%: requirements/%.txt .venv/.uv
	$(install) $<
	@touch $@

# These hold what the site needs, too.
.venv/.test .venv/.zensical: .venv/.%: requirements/%.txt .venv/.uv
	$(install) $<
	@touch .venv/.site $@
