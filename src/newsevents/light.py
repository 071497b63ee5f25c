"""spaCy without torch, for processes of our own: the command line and its workers.

Where torch is installed, spaCy's import takes it along (thinc.compat looks for a GPU) and takes three times as long.
See docs/decisions/0001-torch.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def torch_left_out() -> Iterator[None]:
    """Import spaCy inside, and it will think that there is no torch; afterwards torch can be imported as always.

    Does nothing where torch or spaCy is already there: a user's process is never touched.
    """
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    if "torch" in modules or "thinc.compat" in modules:
        yield
        return
    modules["torch"] = None
    try:
        yield
    finally:
        modules.pop("torch", None)
