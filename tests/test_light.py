"""spaCy without torch in our own processes, and torch as ever afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEFT_OUT = "from newsevents.light import torch_left_out\nwith torch_left_out():\n    import spacy\nimport sys\n"


def said_by(code: str) -> str:
    """What a fresh Python prints."""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_spacy_is_imported_without_torch() -> None:
    assert said_by(LEFT_OUT + "print('torch' in sys.modules)") == "False"


def test_torch_can_be_imported_afterwards() -> None:
    pytest.importorskip("torch")

    assert said_by(LEFT_OUT + "import torch; print(torch.ones(1).item())") == "1.0"


def test_a_process_that_has_torch_is_left_alone() -> None:
    code = "import sys, types\nsys.modules['torch'] = here = types.ModuleType('torch')\n"
    code += (
        "from newsevents.light import torch_left_out\nwith torch_left_out():\n    print(sys.modules['torch'] is here)"
    )

    assert said_by(code) == "True"


def test_importing_the_library_does_not_hide_torch_from_spacy() -> None:
    """In a user's process torch may be wanted, so only the command line leaves it out."""
    pytest.importorskip("torch")

    assert said_by("import newsevents as ne; ne.load; import sys; print('torch' in sys.modules)") == "True"
