"""The front door: every public name exists, is documented and is listed."""

from __future__ import annotations

import pytest

import newsevents


@pytest.mark.parametrize("name", newsevents.__all__)
def test_public_name_exists_and_is_documented(name: str) -> None:
    found = getattr(newsevents, name)

    assert name in dir(newsevents)
    assert isinstance(found, str) or (found.__doc__ or "").strip()


def test_the_list_is_sorted_and_whole() -> None:
    assert sorted(newsevents._HOME) == [name for name in newsevents.__all__ if name != "__version__"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = newsevents.nothing
