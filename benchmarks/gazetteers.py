"""What a gazetteer of the user costs: seconds and MB to load it, milliseconds an article, from none to 300,000 names.

    python benchmarks/gazetteers.py [FOLDER]

FOLDER is a lexicon folder of yours (places/XX.txt); without one, made-up names of growing number are measured.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

SIZES = (0, 10_000, 100_000, 300_000)
TEXT = "وقع انفجار في بلدة القطرون أمس وأسفر عن مقتل ثلاثة جنود قرب مدينة سبها جنوب ليبيا. " * 8
ROUNDS = 30


def main() -> None:
    """Measure each size in a process of its own."""
    if len(sys.argv) > 1:
        measure(sys.argv[1:])
        return
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            made(Path(folder), size)
            subprocess.run([sys.executable, __file__, folder], check=True)


def made(folder: Path, size: int) -> None:
    """A table of so many names that no article has."""
    (folder / "places").mkdir()
    lines = ["name,lat,lon", *(f"{spelled(number)},27.0,14.0" for number in range(size))]
    (folder / "places" / "made.csv").write_text("\n".join(lines), encoding="utf-8")


def spelled(number: int) -> str:
    """A number as Arabic letters."""
    return "خ" + "".join("ءبتثجحخدذر"[int(digit)] for digit in str(number))


def measure(folders: list[str]) -> None:
    """Print what loading and reading cost with these folders."""
    from newsevents.api import load
    from newsevents.schema import Article

    start = perf_counter()
    nlp = load(lexicons=folders)
    nlp(nlp.make_doc(Article(TEXT)))
    loaded = perf_counter() - start
    start = perf_counter()
    for number in range(ROUNDS):
        nlp(nlp.make_doc(Article(f"{TEXT} {number}")))
    each = (perf_counter() - start) / ROUNDS * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"loaded in {loaded:.2f} s, {each:.1f} ms an article, peak {peak:.0f} MB", *folders)


if __name__ == "__main__":
    main()
