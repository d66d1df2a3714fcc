"""The workflows and their scripts: what runs with which rights, and what hostile names can do to them."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import comment
import issue
import links
import pull
import pytest
import rest
import summary
import yaml
from fitting import COMMENT, fitted

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PIN = re.compile(r"uses: (\S+)@(\S+) # (v[0-9]+\.[0-9]+\.[0-9]+)\n")
WORKFLOWS = {path.stem: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in FILES}
JOBS = [(workflow, job) for workflow, content in WORKFLOWS.items() for job in content["jobs"]]
STEPS = [
    pytest.param(step, id=f"{workflow}-{job}-{number}")
    for workflow, job in JOBS
    for number, step in enumerate(WORKFLOWS[workflow]["jobs"][job]["steps"], 1)
]
MAY_WRITE = {
    ("report", "comment"): {"pull-requests"},
    ("publish", "deploy"): {"pages", "id-token"},
    ("weekly", "tell"): {"issues"},
}
HOSTILE = [
    "main",
    "a&state=closed&head=b",
    "$(touch ran)`touch ran`",
    '"; touch ran; echo "',
    "::set-output name=number::1",
    "x\nnumber=7",
    "../../../etc",
    "ü\u202e/😀 #1 @team",
]
RUN = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "o/r", "GITHUB_RUN_ID": "9"}


@pytest.fixture(autouse=True)
def job(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variables every job has."""
    for name, value in RUN.items():
        monkeypatch.setenv(name, value)


class Api:
    """Answers as the API does from lists by path, and keeps what was asked of it."""

    def __init__(self, **lists: list[Mapping[str, Any]]) -> None:
        self.lists, self.asked = lists, list[tuple[str, str, Any]]()

    def __call__(self, method: str, path: str, body: Mapping[str, object] | None = None) -> Any:
        """One call."""
        self.asked.append((method, path, body))
        page = int(parse_qs(urlsplit(path).query).get("page", ["1"])[0])
        found = self.lists.get(urlsplit(path).path.replace("/", "_"), [])
        return found[(page - 1) * rest.PAGE : page * rest.PAGE] if method == "GET" else {}

    def writes(self) -> list[tuple[str, str, Any]]:
        """The calls that changed something."""
        return [call for call in self.asked if call[0] != "GET"]


def written_by(login: str, **more: Any) -> dict[str, Any]:
    """A comment or an issue."""
    return {"user": {"login": login}, **more}


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_no_workflow_has_rights_but_those_of_its_jobs(workflow: str) -> None:
    """Rights are given job by job, none to a whole workflow, and no workflow runs a stranger's code with rights."""
    assert WORKFLOWS[workflow]["permissions"] == {}
    assert "pull_request_target" not in WORKFLOWS[workflow]["on"]


@pytest.mark.parametrize(("workflow", "job"), JOBS)
def test_a_job_may_write_only_what_it_is_for(workflow: str, job: str) -> None:
    """A job that may write anything is listed here; every job ends after some minutes."""
    content = WORKFLOWS[workflow]["jobs"][job]

    assert {right for right, level in content["permissions"].items() if level == "write"} == MAY_WRITE.get(
        (workflow, job), set()
    )
    assert 0 < int(content["timeout-minutes"]) <= 60


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_pinned_and_lets_no_name_into_a_shell(step: dict[str, Any]) -> None:
    """Actions are named by commit; a script takes names from variables; a checkout keeps no token."""
    if "run" in step:
        assert "${{" not in step["run"]
        assert all((ROOT / path).is_file() for path in re.findall(r"\.github/scripts/\w+\.py", step["run"]))
        return
    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
    if "checkout" in step["uses"]:
        assert step["with"]["persist-credentials"] == "false"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_pin_says_its_version(path: Path) -> None:
    """A reader sees which release a commit is."""
    text = path.read_text(encoding="utf-8")

    assert len(PIN.findall(text)) == text.count("uses: ")


def test_an_action_is_pinned_alike_everywhere() -> None:
    """No two steps take different releases of an action."""
    pins = {pin for path in FILES for pin in PIN.findall(path.read_text(encoding="utf-8"))}

    assert len(pins) == len({name for name, _, _ in pins}) > 0


@pytest.mark.parametrize("branch", HOSTILE)
def test_the_pull_request_of_a_commit_is_found_whatever_its_branch_is_called(branch: str) -> None:
    """The branch is one value of the question; only the pull request of that very commit is taken."""
    api = Api(pulls=[{"number": 4, "head": {"sha": "b" * 40}}, {"number": 5, "head": {"sha": "a" * 40}}])
    run = {"head_repository": {"owner": {"login": "o"}}, "head_branch": branch, "head_sha": "a" * 40}

    assert pull.number(run, api) == 5
    ((_, path, _),) = api.asked
    assert parse_qs(urlsplit(path).query) == {
        "state": ["open"], "head": [f"o:{branch}"], "per_page": ["100"], "page": ["1"],
    }  # fmt: skip
    assert pull.number({**run, "head_sha": "c" * 40}, api) is None
    assert pull.number({**run, "head_repository": None}, api) is None


@pytest.mark.parametrize("branch", HOSTILE)
def test_only_a_number_leaves_the_step(branch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No name can add an output of its own."""
    run = {"head_repository": {"owner": {"login": "o"}}, "head_branch": branch, "head_sha": "a"}
    (tmp_path / "event").write_text(json.dumps({"workflow_run": run}))
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "event"))
    monkeypatch.setenv("GITHUB_OUTPUT", str(tmp_path / "output"))
    monkeypatch.setattr(pull.number, "__defaults__", (Api(pulls=[{"number": 5, "head": {"sha": "a"}}]),))

    pull.main()

    assert (tmp_path / "output").read_text() == "number=5\n"


def test_the_comment_is_written_once_and_then_edited() -> None:
    """The program's own comment is found behind any number of others, whoever copies its mark."""
    others = [written_by("reader", id=1, body=f"{comment.MARK} mine"), *[written_by("reader", id=2, body="")] * 150]
    first, later = Api(issues_7_comments=others), Api(issues_7_comments=[*others, _own_comment()])

    comment.put(7, "Report.", first)
    comment.put(7, "Report.", later)

    body = {"body": f"{comment.MARK}\nReport."}
    assert first.writes() == [("POST", "issues/7/comments", body)]
    assert later.writes() == [("PATCH", "issues/comments/3", body)]


def _own_comment() -> dict[str, Any]:
    return written_by(rest.BOT, id=3, body=f"{comment.MARK}\nOld.")


@pytest.mark.parametrize("line", ["x\n", "é\n", "😀" * 999 + "\n"])
def test_a_long_report_says_what_it_leaves_out(line: str) -> None:
    """Whole lines are kept as far as they fit, the rest is counted, and the run that keeps it all is named."""
    report = line * 70_000

    short = fitted(report, COMMENT)

    assert len(short.encode()) <= COMMENT
    kept, _, note = short.partition("\n\n**")
    assert report.startswith(kept)
    left = 70_000 - kept.count(line.strip())
    assert note.startswith(
        f"{left:,} more lines do not fit here. The [whole report](https://github.com/o/r/actions/runs/9)"
    )


def test_a_short_report_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands in the summary as it is, behind what other steps wrote there."""
    (tmp_path / "summary").write_text("Before.\n")
    (tmp_path / "report.md").write_text("Report.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary"))

    summary.main(str(tmp_path / "report.md"))

    assert (tmp_path / "summary").read_text() == "Before.\nReport.\n"


def test_one_issue_is_opened_edited_and_closed() -> None:
    """Week by week there is one issue, which somebody else's of the same title is not."""
    strange, own = (
        written_by(who, number=at, title=issue.TITLES["links"]) for at, who in enumerate(["x", rest.BOT], 1)
    )
    report, told = "- dead\n", {"body": "- dead\n\nFound by the [weekly run](https://github.com/o/r/actions/runs/9).\n"}
    cases = [
        ([strange], report, [("POST", "issues", {"title": issue.TITLES["links"], **told})]),
        ([strange, own], report, [("PATCH", "issues/2", told)]),
        ([strange, own], "\n", [("PATCH", "issues/2", {"state": "closed", "state_reason": "completed"})]),
        ([strange], "", []),
    ]

    for issues, written, calls in cases:
        api = Api(issues=issues)
        issue.keep("links", written, api)
        assert api.writes() == calls


def test_addresses_that_do_not_answer_are_listed_by_file() -> None:
    """Refusals meant for machines are left out, and a file of them alone is not named."""
    gone = {"url": "https://example.org/b", "status": {"text": "404 Not Found", "code": 404}}
    slow = {"url": "https://example.org/a", "status": {"text": "Timeout"}}
    refused = {"url": "https://example.org/c", "status": {"text": "403 Forbidden", "code": 403}}

    told = links.report({"error_map": {"facts/sources/a.yaml": [gone, slow, refused], "b.yaml": [refused]}})

    assert told == (
        "### <code>facts/sources/a.yaml</code>\n\n"
        "- <code>https&#58;//example.org/a</code>: <code>Timeout</code>\n"
        "- <code>https&#58;//example.org/b</code>: <code>404 Not Found</code>\n"
    )
    assert links.report({"error_map": {}}) == ""


@pytest.mark.parametrize("hostile", [*HOSTILE, "</code><img src=x>", "[a](javascript:b)", "www.example.org", "`@team`"])
def test_no_address_becomes_markup_or_a_mention(hostile: str) -> None:
    """Whatever an address holds stays text on one line."""
    told = links.report({"error_map": {"a": [{"url": hostile, "status": {"text": hostile}}]}})

    written = re.fullmatch(r"### <code>a</code>\n\n- <code>([^<]*)</code>: <code>([^<]*)</code>\n", told)
    assert written is not None
    assert not set("@`[<>*_!|\\:\n") & set(written[1])
    assert "www." not in written[1]


def test_a_call_carries_the_token_and_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the API's own host is called, with the body as JSON."""
    sent = []

    def urlopen(request: Any, timeout: int) -> io.BytesIO:
        sent.append((request.get_method(), request.full_url, request.data, request.headers["Authorization"], timeout))
        return io.BytesIO(b'{"id": 1}')

    monkeypatch.setattr(rest, "urlopen", urlopen)
    monkeypatch.setenv("GITHUB_API_URL", "https://api.github.com")
    monkeypatch.setenv("GITHUB_TOKEN", "t")

    assert rest.call("POST", "issues/7/comments", {"body": "é"}) == {"id": 1}
    assert sent == [
        ("POST", "https://api.github.com/repos/o/r/issues/7/comments", b'{"body": "\\u00e9"}', "Bearer t", 30)
    ]
