"""notebooks/: from the texts in tools/notebooks, run from a clean kernel, outputs kept.

    python tools/build_notebooks.py [NAME …]

A text is Markdown; what stands between ```python and ``` is a cell to run.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

TEXTS = Path(__file__).with_name("notebooks")
OUT = Path(__file__).parents[1] / "notebooks"
# Charts are kept as pictures, which every viewer shows; whoever runs the notebook gets live ones.
FIRST = "import altair; altair.renderers.enable('png')"
_CODE = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
_LONGEST_PLAIN = 2_000


def main(names: list[str]) -> None:
    """Build the notebooks of these names; all without names."""
    for path in sorted(TEXTS.glob("*.md")):
        if not names or path.stem in names:
            start, out = time.perf_counter(), OUT / f"{path.stem}.ipynb"
            nbformat.write(run(notebook(path.read_text(encoding="utf-8"))), out)
            print(f"{path.stem}: {time.perf_counter() - start:.1f} s, {out.stat().st_size:,} bytes")


def notebook(text: str) -> NotebookNode:
    """The text as cells; their ids count up, so that the file stays the same."""
    parts = _CODE.split(text)
    cells = [
        new_code_cell(p.strip()) if n % 2 else new_markdown_cell(p.strip()) for n, p in enumerate(parts) if p.strip()
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number:02}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel, "language_info": {"name": "python"}})


def run(made: NotebookNode) -> NotebookNode:
    """Run the notebook from a clean kernel, in its folder. Raises CellExecutionError where a cell fails."""
    made.cells.insert(0, new_code_cell(FIRST))
    NotebookClient(made, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(OUT)}}).execute()
    made.cells.pop(0)
    for number, cell in enumerate((cell for cell in made.cells if cell.cell_type == "code"), 1):
        cell["execution_count"] = number
        cell["metadata"] = {}
        for output in cell["outputs"]:
            tidy(output, number)
    return made


def tidy(output: NotebookNode, number: int) -> None:
    """Drop the plain form where it is long and there is a better one; drop what changes from run to run."""
    if "execution_count" in output:
        output["execution_count"] = number
    data = output.get("data", {})
    if len(data) > 1 and len(str(data.get("text/plain", ""))) > _LONGEST_PLAIN:
        data["text/plain"] = "…"


if __name__ == "__main__":
    main(sys.argv[1:])
