"""Commands that make something: a report, the site."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from factbook.cli.telling import failed


def diff(options: Namespace) -> int:
    """Print what a change does."""
    from factbook import review

    try:
        base, head = (review.snapshot(Path(), revision) for revision in (options.base, options.head))
    except review.NoSuchRevision as unknown:
        return failed(str(unknown))
    found = review.compare(base, head)
    print(
        json.dumps(review.as_json(found), ensure_ascii=False, indent=1)
        if options.json
        else review.report(found, options.by)
    )
    return 0


def publish(options: Namespace) -> int:
    """Build the site and swap it in."""
    from factbook.faults import NotPublished
    from factbook.publish import publish as published

    try:
        published(Path(), options.site)
    except NotPublished as fault:
        return failed(str(fault))
    print(f"{options.site}/ is built.")
    return 0
