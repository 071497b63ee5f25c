"""Events: a list of records that turns into a DataFrame, JSON or a notebook view."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .schema import Discard, Record

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd


class Events(list[Record]):
    """The records of one or more articles, in order.

    ``discards`` are the triggers that gave no event, each with its reason; ``skipped`` counts the
    totals over a period that were left out on purpose.
    """

    def __init__(self, records: Iterable[Record] = (), discards: Iterable[Discard] = ()) -> None:
        super().__init__(records)
        self.discards: tuple[Discard, ...] = tuple(discards)

    @property
    def skipped(self) -> int:
        """How many triggers were totals over a period, left out so that they are not counted twice."""
        return sum(discard.reason == "statistic" for discard in self.discards)

    def to_records(self) -> list[dict[str, object]]:
        """The records as plain dicts, as the JSON format has them."""
        return [record.to_dict() for record in self]

    def to_json(self, indent: int | None = None) -> str:
        """The records as one JSON array, Arabic as it is."""
        return json.dumps(self.to_records(), ensure_ascii=False, indent=indent)

    def to_frame(self) -> pd.DataFrame:
        """One row an event; counts are nullable Int64, dates are datetimes."""
        from .flat import frame

        return frame(self)

    def _repr_html_(self) -> str:
        """The events as cards, for notebooks."""
        from .views.jupyter import cards

        return cards(self)

    def map(self, lang: str = "en") -> alt.LayerChart:
        """A map of the events (Altair): points sized by toll, coloured by type. Needs newsevents[viz]."""
        from .views.charts import map_of

        return map_of(self, lang)

    def timeline(self, lang: str = "en") -> alt.VConcatChart:
        """Events and killed over time (Altair), killed with lowest and highest figures. Needs newsevents[viz]."""
        from .views.charts import timeline_of

        return timeline_of(self, lang)
