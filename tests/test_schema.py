"""The schemas that editors complete and explain fact files by."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from records import GOOD, laid_out
from the_record import BOOK, ROOT

from factbook.book import load
from factbook.cli import main
from factbook.fields import CLAIM, SOURCE
from factbook.files import fact_files
from factbook.layout import KINDS, kind_of
from factbook.schema import schema

FILES = [file for file in fact_files(ROOT / "facts")[0] if file.path.suffix == ".yaml"]
SAID = {
    "of-no-measure": (
        "measure: anti-personnel-mines",
        "measure: mines-laid",
        "'mines-laid' is not one of",
    ),
    "unknown-key": ("measure:", "mesure:", "'mesure' was unexpected"),
    "no-date": ("published: 2021-04-02", "published: 2 April 2021", "'2 April 2021' does not match"),
    "no-party": ("according_to: agency", "according_to:", "None is not"),
    "no-unit": ("value: 340 mines", "value: 340", "340 is not of type 'string'"),
}


class AsEditors(yaml.SafeLoader):
    """Types plain text by YAML 1.2, as the language server does, whose days stay text."""


AsEditors.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(text: str) -> Any:
    """A file's content as JSON would hold it."""
    return json.loads(json.dumps(yaml.load(text, AsEditors)))


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict[str, object]]:
    """The schemas of the record, by kind."""
    return {kind: schema(kind, BOOK) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str, schemas: dict[str, dict[str, object]]) -> None:
    """Each schema is sound by the draft it names, and every list it refers to is in it."""
    jsonschema.Draft7Validator.check_schema(schemas[kind])
    assert schemas[kind]["$schema"] == jsonschema.Draft7Validator.META_SCHEMA["$schema"]
    validator = jsonschema.Draft7Validator(schemas[kind])
    assert [error.validator for error in validator.iter_errors([])] == ["type"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_of_the_record_fits_its_schema(file: Any, schemas: dict[str, dict[str, object]]) -> None:
    """What `check` lets pass, editors do not mark."""
    validator = jsonschema.Draft7Validator(schemas[kind_of(file.name)])

    assert [error.message for error in validator.iter_errors(plain(file.path.read_text(encoding="utf-8")))] == []


@pytest.mark.parametrize("case", SAID)
def test_a_slip_is_marked(case: str, tmp_path: Path) -> None:
    """Words outside the lists, unknown keys, bad dates and empty values are seen while typing."""
    laid_out(GOOD, tmp_path)
    text = next((tmp_path / "sources").iterdir()).read_text(encoding="utf-8")
    good, bad, message = SAID[case]
    assert text.count(good) > 0

    errors = jsonschema.Draft7Validator(schema("sources", load(tmp_path))).iter_errors(
        plain(text.replace(good, bad, 1))
    )

    assert any(message in error.message for error in errors)


@pytest.mark.parametrize("title", ["1991", "No", "true", "A title"])
def test_any_plain_text_is_one(title: str, tmp_path: Path) -> None:
    """Editors take a title for a number or a truth by its spelling; the record does not, and neither is marked."""
    laid_out(GOOD, tmp_path)
    text = next((tmp_path / "sources").iterdir()).read_text(encoding="utf-8")
    said = plain(re.sub("  title: .*", f"  title: {title}", text))

    assert list(jsonschema.Draft7Validator(schema("sources", load(tmp_path))).iter_errors(said)) == []


@pytest.mark.parametrize(("section", "fields"), [("source", SOURCE), ("claim", CLAIM)])
def test_every_key_is_explained(section: str, fields: Any, schemas: dict[str, dict[str, Any]]) -> None:
    """Each key stands in canonical order with its description, a good and a bad example."""
    (claims,) = schemas["sources"]["patternProperties"].values()
    entry = schemas["sources"]["properties"]["source"] if section == "source" else claims

    assert {field.name: f"{field.description}\n\n👍 {field.good}\n\n👎 {field.bad}" for field in fields} == {
        name: told["description"] for name, told in entry["properties"].items()
    }
    assert list(entry["properties"]) == [field.name for field in fields]


def test_words_are_explained(schemas: dict[str, dict[str, Any]]) -> None:
    """Each word of a list stands beside its label and definition."""
    scopes = schemas["sources"]["definitions"]["scopes"]

    told = dict(zip(scopes["enum"], scopes["enumDescriptions"], strict=True))

    assert told["anama"] == "ANAMA's own teams: The work of Azerbaijan's mine action agency alone."


def test_schemas_are_printed_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`schema KIND` prints one, that of sources if none is named, and `schema --write` writes a file for each kind."""
    facts = tmp_path / "facts"
    laid_out(GOOD, facts)

    assert main(["schema", "places", "--facts", str(facts)]) == 0
    printed = capsys.readouterr().out
    assert main(["schema", "--write", str(tmp_path / "schema"), "--facts", str(facts)]) == 0
    assert [f"{kind}.json" for kind in sorted(KINDS)] == sorted(path.name for path in (tmp_path / "schema").iterdir())
    assert (tmp_path / "schema" / "places.json").read_text(encoding="utf-8") == printed
    assert main(["schema", "--facts", str(facts)]) == 0
    assert (tmp_path / "schema" / "sources.json").read_text(encoding="utf-8") == capsys.readouterr().out


def test_schemas_are_written_into_a_folder_wherever_there_can_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Folders that are missing are made; where a file stands in the way, it is named."""
    facts = tmp_path / "facts"
    laid_out(GOOD, facts)
    (tmp_path / "file").touch()

    assert main(["schema", "--write", str(tmp_path / "a" / "b"), "--facts", str(facts)]) == 0
    assert main(["schema", "--write", str(tmp_path / "file"), "--facts", str(facts)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}/file: cannot be written to: File exists. Name another folder.\n"


def test_schemas_are_made_anew_when_what_they_are_made_of_changes() -> None:
    """Every module that one of schema/ imports is a prerequisite of theirs in the Makefile."""
    rule = ["make", "--print-data-base", "--question", "--no-builtin-rules", "help"]
    told = subprocess.run(rule, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
    (made_of,) = re.findall(r"^schema/sources\.json: (.*)", told, re.MULTILINE)
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "factbook" / "schema").glob("*.py")]
    imported = {name for text in texts for name in re.findall(r"^from (factbook\.\S+) import", text, re.MULTILINE)}
    specs = [find_spec(name) for name in imported]

    assert {str(Path(spec.origin).relative_to(ROOT)) for spec in specs if spec and spec.origin} <= {*made_of.split()}
