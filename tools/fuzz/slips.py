"""Ways to alter the text of a file: its scalars, lines, entries, characters and bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

import yaml

from factbook.canonical.spelling import quoted
from tools.fuzz.nasty import NASTY, PIECES

Slip = Callable[[str, Random, Mapping[str, str]], str]

_PROSE = re.compile(
    r"^ +(?:publisher|title|standing|notice|relays|note|claim|reason|why|label|agreed|disputed): ([^\n>|].*)$",
    re.MULTILINE,
)


def scalar(text: str, random: Random, _: Mapping[str, str]) -> str:
    """A scalar becomes another text, in quotes or as it stands."""
    if not (places := _scalars(text)):
        return text
    start, end = random.choice(places)
    nasty = random.choice(NASTY)
    new = random.choice((nasty, quoted(nasty), f'"{nasty}"', f"[{nasty}]", f"{{{nasty}: x}}"))
    return text[:start] + new + text[end:]


def exchange(text: str, random: Random, others: Mapping[str, str]) -> str:
    """A scalar becomes one of another place or file."""
    other = random.choice([text, *others.values()])
    mine, theirs = _scalars(text), _scalars(other)
    if not mine or not theirs:
        return text
    (start, end), (from_, to) = random.choice(mine), random.choice(theirs)
    return text[:start] + other[from_:to] + text[end:]


def lines(text: str, random: Random, _: Mapping[str, str]) -> str:
    """A line is dropped, doubled, moved, or indented otherwise."""
    written = text.split("\n")
    at = random.randrange(len(written))
    line = written.pop(at)
    change = random.choice(("drop", "double", "move", "in", "out"))
    if change == "double":
        written[at:at] = [line, line]
    elif change == "move":
        written.insert(random.randrange(len(written) + 1), line)
    elif change != "drop":
        written.insert(at, f"  {line}" if change == "in" else line[2:])
    return "\n".join(written)


def entries(text: str, random: Random, others: Mapping[str, str]) -> str:
    """An entry is dropped, or one of another file put in."""
    own, theirs = _entries(text), _entries(random.choice([text, *others.values()]))
    if random.random() < 0.5 and own:
        own.pop(random.randrange(len(own)))
    elif theirs:
        own.insert(random.randrange(len(own) + 1), random.choice(theirs))
    return "\n\n".join(own) + "\n"


def characters(text: str, random: Random, _: Mapping[str, str]) -> str:
    """Some characters are dropped, doubled, or replaced by others."""
    for _round in range(random.randint(1, 4)):
        start = random.randrange(len(text) + 1)
        end = min(len(text), start + random.choice((0, 0, 1, 1, 2, 8, 40)))
        text = text[:start] + random.choice((*PIECES, text[start:end] * 2, "")) + text[end:]
    return text


def lengthen(text: str, random: Random, _: Mapping[str, str]) -> str:
    """A piece stands there many times."""
    start = random.randrange(len(text) + 1)
    end = min(len(text), start + random.choice((1, 5, 40, 400)))
    return text[:start] + text[start:end] * random.choice((10, 100, 1000)) + text[end:]


def prose(text: str, random: Random, _: Mapping[str, str]) -> str:
    """A text that only people read becomes another one, well quoted."""
    if not (places := list(_PROSE.finditer(text))):
        return text
    place, new = random.choice(places), quoted(random.choice(NASTY))
    return f"{text[: place.start(1)]}{new}{text[place.end(1) :]}"


SLIPS: tuple[Slip, ...] = (
    prose,
    prose,
    prose,
    scalar,
    scalar,
    exchange,
    exchange,
    lines,
    entries,
    characters,
    lengthen,
)


def altered(text: str, random: Random, others: Mapping[str, str]) -> bytes:
    """A text after a few slips, in bytes; now and then a byte of it is another one."""
    for slip in random.choices(SLIPS, k=random.choice((1, 1, 2, 3, 5))):
        text = slip(text, random, others)
    data = text.encode("utf-8", "surrogatepass")
    if data and random.random() < 0.05:
        at = random.randrange(len(data))
        data = data[:at] + bytes([random.randrange(256)]) + data[at + random.choice((0, 1)) :]
    return data


def _scalars(text: str) -> list[tuple[int, int]]:
    """Where scalars stand, as far as the text can be parsed."""
    found = []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark and event.end_mark:
                found.append((event.start_mark.index, event.end_mark.index))
    except (yaml.YAMLError, ValueError):
        pass
    return found


def _entries(text: str) -> list[str]:
    return [entry for entry in text.split("\n\n") if entry.strip()]
