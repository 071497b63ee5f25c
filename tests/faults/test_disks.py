"""Outputs that cannot be written: a full disk, a folder without rights. What was done is kept and gone on with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TEXT = "مقتل ثلاثة جنود وإصابة مدنيين في هجوم شنه تنظيم داعش على القطرون يوم الأربعاء 26 يناير 2022."
COUNT = 60


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Some articles."""
    path = tmp_path / "a.jsonl"
    rows = ({"id": str(n), "text": f"{TEXT} {n}"} for n in range(COUNT))
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here: the full disk itself is NOT tested, only the limit below")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def extract(source: Path, out: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command, with --resume, after some commands of the shell."""
    command = f"{before} exec {sys.executable} -m newsevents extract {source} -o {out} --resume"
    return subprocess.run(["sh", "-c", command], check=False, capture_output=True, text=True)


def documents(out: Path) -> list[str]:
    """The documents of the records, in order."""
    return [json.loads(line)["doc_id"] for line in out.read_text("utf-8").splitlines()]


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a tmpfs")
def test_a_full_disk_is_told_and_the_run_gone_on_with(source: Path, tiny: Path) -> None:
    done = extract(source, tiny / "o.jsonl")

    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tiny / "o.jsonl").exists()
    subprocess.run(["mount", "-o", "remount,size=8m", str(tiny)], check=True)
    assert extract(source, tiny / "o.jsonl").returncode == 0
    assert documents(tiny / "o.jsonl") == [str(n) for n in range(COUNT)]


@pytest.mark.skipif(os.name == "nt", reason="the limit is POSIX's")
def test_a_limit_on_the_size_of_files_is_told_and_the_run_gone_on_with(source: Path, tmp_path: Path) -> None:
    done = extract(source, tmp_path / "o.jsonl", "ulimit -f 40;")

    assert done.returncode == 2
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert extract(source, tmp_path / "o.jsonl").returncode == 0
    assert documents(tmp_path / "o.jsonl") == [str(n) for n in range(COUNT)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_standard_output_that_is_full_is_told(source: Path) -> None:
    command = f"{sys.executable} -m newsevents extract {source} > /dev/full"
    done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, text=True)

    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="root writes everywhere: a folder without rights is NOT tested",
)
def test_a_folder_without_rights_is_told(source: Path, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    done = extract(source, tmp_path / "locked" / "o.jsonl")

    assert done.returncode == 2
    assert "Permission denied" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a tmpfs")
def test_a_disk_that_may_only_be_read_is_told(source: Path, tiny: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(tiny)], check=True)
    done = extract(source, tiny / "o.jsonl")

    assert done.returncode == 2
    assert "Read-only file system" in done.stderr
    assert "Traceback" not in done.stderr
