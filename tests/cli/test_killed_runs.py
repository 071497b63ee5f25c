"""A run that is killed at random moments and gone on with gives the bytes of one that was not.

``make test`` kills three times, ``make resume-test`` twenty times.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = int(os.environ.get("KILLS", "3"))
TEXT = "مقتل ثلاثة جنود وإصابة مدنيين في هجوم شنه تنظيم داعش على القطرون يوم الأربعاء 26 يناير 2022."
pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are of another kind there")


def command(source: Path, out: Path, workers: int) -> list[str]:
    """The command line."""
    run = [sys.executable, "-m", "newsevents", "extract", str(source), "-o", str(out)]
    return [*run, "--resume", "--workers", str(workers)]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles for a run of some seconds, some of them bad."""
    path = tmp_path_factory.mktemp("killed") / "a.jsonl"
    rows = ({"id": str(n), "text": "" if n % 50 == 7 else f"{TEXT} {n}. " * (n % 9 + 1)} for n in range(400))
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return path


def outputs(out: Path) -> list[bytes]:
    """What a run leaves."""
    return [out.read_bytes(), out.with_name(f"{out.name}.errors.jsonl").read_bytes()]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_is_gone_on_with(workers: int, source: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "o.jsonl"
    began = time.monotonic()
    subprocess.run(command(source, whole, workers), check=False, capture_output=True)
    length = time.monotonic() - began
    dice, kills, finished = random.Random(7), 0, 0
    while kills < (KILLS + 1) // 2:
        process = subprocess.Popen(command(source, out, workers), stderr=subprocess.DEVNULL)
        try:
            process.wait(dice.uniform(0.2, 1.0) * length)
            finished += 1
            assert outputs(out) == outputs(whole)
            out.unlink()
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
    subprocess.run(command(source, out, workers), check=False, capture_output=True)

    assert outputs(out) == outputs(whole)
    assert len(outputs(out)[0].splitlines()) >= 392
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_workers_of_a_killed_run_end_with_it(source: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(command(source, tmp_path / "o.jsonl", 2), stderr=subprocess.DEVNULL)
    children: set[str] = set()
    until = time.monotonic() + 60
    while len(children) < 2 and time.monotonic() < until:
        time.sleep(0.1)
        children = set(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split())
    time.sleep(2)
    process.kill()
    process.wait()
    until = time.monotonic() + 20
    while time.monotonic() < until and any(running(child) for child in children):
        time.sleep(0.1)

    assert len(children) == 2
    assert not [child for child in children if running(child)]


def running(pid: str) -> bool:
    """Whether the process is there, and not only waiting for its parent to hear of its end."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="needs a terminal of its own")
def test_a_terminal_is_told_the_pace_and_the_time_left(source: Path, tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(command(source, tmp_path / "o.jsonl", 1), stderr=theirs)
    os.close(theirs)
    said = b""
    try:
        while block := os.read(ours, 4096):
            said += block
    except OSError:  # the other end is closed
        pass
    process.wait()

    assert b"articles/s" in said
    assert b"left" in said
    assert "392 articles" in said.decode("utf-8", "replace").rstrip().splitlines()[-1]
