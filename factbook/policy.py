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
ALLOWED = {
    "default-src": ("'none'",),
    "script-src": ("'self'", *INLINE),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),  # the theme's icons are such addresses
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}
POLICY = "; ".join(f"{what} {' '.join(sources)}" for what, sources in ALLOWED.items())
