"""Made-up links between the people of a sample district."""

from typing import Any

from . import _aril
from .market import Market


def sample_neighbours(market: Market, seed: int = 1) -> dict[str, dict[str, list[Any]]]:
    """Who knows whom in a sample district, made up, as the tables that ReferralGraph.from_market takes: grid workers, friends, former jobs,
    and what people agreed to be asked. Same market and seed, same tables."""
    headers = {
        "people": ("id", "title_en", "title_zh", "kind"),
        "links": ("from", "to", "kind", "strength", "consent"),
        "memberships": ("person", "kind", "of"),
        "consents": ("person", "kind", "consent"),
    }
    made = zip(headers.items(), _aril.sample_neighbours(market._market, seed), strict=True)
    return {name: dict(zip(header, map(list, zip(*rows, strict=True)), strict=True)) for (name, header), rows in made if rows}
