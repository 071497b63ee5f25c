"""Any damage to a file of any kind is an item with an error, or costs letters; it never ends the reading.

``make test`` damages 300 files, ``make fuzz`` 20,000.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsevents.readers import read

EXAMPLES = int(os.environ.get("FUZZ", "300"))
TEXT = "قتل ثلاثة جنود في هجوم على القطرون يوم الأربعاء 26 يناير 2022."
LINES = "".join(json.dumps({"id": str(n), "text": f"{TEXT} {n}"}, ensure_ascii=False) + "\n" for n in range(9)).encode()
TABLE = "id,text,date\r\n" + "".join(f'{n},"{TEXT} ""{n}""",2022-01-2{n}\r\n' for n in range(9))
PAGE = f"<html><head><meta charset='utf-8'><title>خبر</title></head><body><p>{TEXT}</p><p>{TEXT}</p></body></html>"
NAMES = ("a.txt", "a.jsonl", "a.json", "a.csv", "a.html", "a.parquet", "a.jsonl.gz", "a.zip")


@cache
def sound(name: str) -> bytes:
    """A file of that name that is as it should be."""
    if name == "a.parquet":
        import pandas as pd

        return pd.DataFrame({"text": [TEXT, TEXT], "id": ["1", "2"]}).to_parquet()
    if name == "a.zip":
        with zipfile.ZipFile(stream := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("b/a.txt", TEXT)
            archive.writestr("b/c.csv", TABLE)
        return stream.getvalue()
    plain = {"a.txt": TEXT.encode(), "a.csv": TABLE.encode("cp1256"), "a.html": PAGE.encode()}
    packed = gzip.compress(LINES) if name.endswith(".gz") else LINES
    return b"[" + LINES.replace(b"}\n{", b"},\n{") + b"]" if name == "a.json" else plain.get(name, packed)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file with some bytes changed, put in or taken out, and perhaps its end cut off."""
    name = draw(st.sampled_from(NAMES))
    data = bytearray(sound(name))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 4))] = draw(st.binary(max_size=4))
    return name, bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(damaged())
def test_any_damage_is_survived(file: tuple[str, bytes]) -> None:
    name, data = file
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        items = list(read([str(Path(folder) / name)]))

    assert all((item.article is None) != (item.error is None) for item in items)
    assert items or name != "a.txt"
