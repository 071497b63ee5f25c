"""What importing costs: nothing heavy before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "spacy",
    "pandas",
    "numpy",
    "camel_tools",
    "torch",
    "transformers",
    "sklearn",
    "scipy",
    "rich.table",
    "pyarrow",
)


def loaded_by(code: str) -> set[str]:
    """The heavy packages that a fresh Python has after running this."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(HEAVY) & set(told.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import newsevents",
        "import newsevents.cli",
        "from newsevents import Article, ArticleError",
        "import newsevents.patterns, newsevents.lexicons, newsevents.schema, newsevents.arabic",
        "from newsevents.cli import app\ntry: app(['--help'])\nexcept SystemExit: pass",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_used(code: str) -> None:
    assert loaded_by(code) == set()


def test_extract_on_the_command_line_never_imports_torch(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("مقتل ثلاثة جنود في هجوم على حلب يوم الجمعة 28 يناير 2022.", "utf-8")
    argv = ["newsevents", "extract", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.csv")]
    code = f"import sys\nsys.argv = {argv!r}\nfrom newsevents.cli import main\ntry: main()\nexcept SystemExit: pass"

    assert not loaded_by(code) & {"torch", "transformers", "pandas", "scipy", "sklearn"}
    assert (tmp_path / "a.csv").is_file()


def test_evaluate_does_not_import_spacy(tmp_path) -> None:
    (tmp_path / "gold").mkdir()
    argv = ["newsevents", "evaluate", str(tmp_path / "gold"), str(tmp_path / "gold")]
    code = f"import sys\nsys.argv = {argv!r}\nfrom newsevents.cli import main\ntry: main()\nexcept SystemExit: pass"

    assert "spacy" not in loaded_by(code)
