"""A small referral graph, and everything that is in a graph."""

import datetime

VERTICES = {
    "id": ["ann", "bo", "cy", "mill", "shop"],
    "title_en": ["Ann", "Bo", None, "The Mill", None],
    "title_zh": ["安", None, None, "面粉厂", None],
    "kind": ["resident", "grid_worker", None, "employer", "employer"],
}
LINKS = {
    "from": ["ann", "bo", "ann", "cy", "cy"],
    "to": ["bo", "mill", "cy", "mill", "shop"],
    "strength": [0.5, 1, "0.25", 1.0, 1],
    "kind": ["grid_worker", "business_contact", "friend", "works_at", None],
    "since": [None, "2020-01-31", datetime.date(2021, 2, 3), None, None],
    "consent": [True, "yes", True, True, None],
}


def parts(graph):
    """Everything that is in a graph."""
    tables = [*graph.vertices().items(), *graph.links().items()]
    return {name: [str(value) for value in values] for name, values in tables}


def array_bytes(graph):
    links = graph.links()
    arrays = [links[name].tobytes() for name in ("from", "to", "strength", "since", "consent")]
    return *arrays, links["kind"].tolist(), {name: list(values) for name, values in graph.vertices().items()}
