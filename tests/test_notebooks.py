"""Every notebook runs from a clean kernel in under a minute, and is what its text in tools/ says."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("altair")

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LONGEST = 60


def by_name(path: Path) -> str:
    return path.stem


def test_there_are_notebooks():
    assert [path.stem for path in NOTEBOOKS] == [path.stem for path in sorted((ROOT / "tools/notebooks").glob("*.md"))]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_notebook_runs(path):
    """Run a copy in the notebook's folder; the committed outputs stay as they are."""
    notebook = nbformat.read(path, as_version=4)
    start = time.perf_counter()

    nbclient.NotebookClient(notebook, timeout=LONGEST, resources={"metadata": {"path": str(path.parent)}}).execute()

    assert time.perf_counter() - start < LONGEST


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_notebook_is_what_its_text_says(path):
    text = (ROOT / "tools/notebooks" / f"{path.stem}.md").read_text(encoding="utf-8")
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]

    assert cells == [code.strip() for code in re.findall(r"^```python\n(.*?)^```$", text, re.M | re.S)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_notebook_has_outputs_without_errors(path):
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]

    assert any(cell.outputs for cell in cells)
    assert not [output for cell in cells for output in cell.outputs if output.output_type == "error"]
