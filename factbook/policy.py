"""What the browser may load and run on a page (Content Security Policy Level 3), told by the page itself.

A host of plain files sends no such header. Escaping comes first: this holds if it ever fails.
"""

from __future__ import annotations

# The theme's scripts inside a page: its scope (the same everywhere by `extra: scope` in mkdocs.yml), palette and tabs.
# Never taken from a built page that may hold facts, which would bless whatever found its way into it.
INLINE = (
    "'sha256-exqRXrW/0laiImCrTE8a70vxyyY10FJVIppytLf/dbY='",
    "'sha256-DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4='",
    "'sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8='",
)
# Zensical writes its scope otherwise, and its search has a style of its own.
ZENSICAL_INLINE = ("'sha256-FnzPjIa2+7LhDSWlbaMBEIPh+9rL3lPN6J/MWljUoE0='", *INLINE[1:])
ZENSICAL_STYLE = "'sha256-NwSx/R2V/U4jnW0Tq5pQ53Y/rzPVJ4dqE7D6UTA/J1k='"
ALLOWED = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # the theme's icons are such addresses
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}


def _policy(**more: tuple[str, ...]) -> str:
    allowed = {what: (*sources, *more.get(what.replace("-", "_"), ())) for what, sources in ALLOWED.items()}
    return "; ".join(f"{what} {' '.join(sources)}" for what, sources in allowed.items())


POLICY = _policy(script_src=INLINE)
ZENSICAL_POLICY = _policy(script_src=ZENSICAL_INLINE, style_src=(ZENSICAL_STYLE,))
