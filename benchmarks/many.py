#!/usr/bin/env python3
"""Many articles in one process of their own: a line of figures for every few thousand, as JSON."""

from __future__ import annotations

import json
import sys

from newsevents.light import torch_left_out


def main() -> None:
    """Read as many articles as the argument says."""
    with torch_left_out():
        from growth import numbers
    for row in numbers(int(sys.argv[1])):
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
