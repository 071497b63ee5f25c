"""The door for heavy packages: imported when asked, one sentence where they are missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from newsevents import backends
from newsevents.errors import MissingExtra, NewseventsError


def test_an_unknown_engine_is_named_with_those_there_are():
    """A misspelt engine is an error of ours, not an ImportError."""
    with pytest.raises(NewseventsError, match=r"no engine 'camle'; there are spacy_ner, camel"):
        backends.engine("camle")


def test_a_missing_package_names_the_command(monkeypatch):
    """What cannot be imported ends in the command that brings it."""
    monkeypatch.delitem(sys.modules, "newsevents.backends.embedding", raising=False)
    monkeypatch.delitem(sys.modules, "newsevents.backends.spacy_ner", raising=False)
    monkeypatch.delattr(backends, "embedding", raising=False)
    monkeypatch.setitem(sys.modules, "thinc.api", None)

    with pytest.raises(MissingExtra, match=r"'spacy_ner' needs more packages .*pip install newsevents"):
        backends.engine("spacy_ner")


@pytest.mark.parametrize("module", ["newsevents.backends", "newsevents.backends.camel"])
def test_the_door_itself_is_light(module):
    """Importing the seam, or the camel engine, loads none of what stands behind it."""
    heavy = "torch transformers spacy thinc camel_tools.data camel_tools.ner camel_tools.morphology"
    code = f"import sys, {module}; print([name for name in {heavy.split()!r} if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
