"""Who knows whom, and who can introduce whom. What a link and a chain mean: docs/definitions.md, section Referral.

    graph = aril.ReferralGraph.from_market(market, {"links": links, "memberships": memberships, "consents": consents})
    for chain in graph.introductions("R000042", "E000007"):
        print(chain.sentence("en"), chain.sentence("zh"))
    ranker = aril.Ranker(market, "2026-06-03", weights={"skills": 3, "referral": 1}, sparse={"referral": graph.strengths(market)})
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

import numpy as np

from . import _aril, tables
from .derivation import DerivationRule, rule_numbers, rules_of, standard_derivation_rules
from .error import Error, Problem, error, one_of
from .faults import Faults, places_as_rows
from .foreign_graphs import igraph_of, networkx_of, of_igraph, of_networkx
from .introductions import Introduction, IntroductionLists, ReferralStrengths
from .market import Market, _at_least, _Ids, _objects, _threads
from .progress import showing
from .reach import Reach
from .referral_arrays import VERTEX_KINDS, Places, cells_of, link_arrays, vertex_arrays
from .referral_measures import LinkRows

TABLES = ("people", "links", "memberships", "consents")
NO_LINKS: dict[str, Any] = {}
ONE_VERTEX = (str, int, np.integer)


class ReferralGraph:
    """People and employers, and directed links between them. Immutable: a change is a new graph.

    Vertices are numbered in the order of their ids' UTF-8 bytes; wherever an id (str) is taken, a row number (int) is taken too, as in a
    Market. The measures of links (page_rank, embeddedness, ...) take a graph where they take LinkRows: those that ask for simple rows see
    who knows whom either way.
    """

    def __init__(self, vertices: Any = (), links: Any = None, *, lenient: bool = False):
        """From columns in memory, for many links.

        vertices: a table (as Market.from_tables takes them) with the columns id, and where you have them title_en, title_zh and kind
        (resident, grid_worker, building_head, volunteer, mutual_help_group, helper, employer; not stated: resident); or a list of ids, or one id.
        links: a table with from and to (ids, or places in the list of vertices: an int that could also be an id is an error, but in an array
        of NumPy's uint32), strength, and where you have them kind, since and consent.
        strength: numbers of 0..1, exact; an array of NumPy's uint16 is taken as stored, 0..65,535. Every column may be one value for all.
        Consent that is not stated is no: of the person a link leads to, or, for a link to an employer, the one it starts
        from.
        lenient: leave bad links and vertices out and report them in `.problems`, instead of raising one error with all of them.
        Errors: Error with table (file), row (from 0) and column (field) of every problem.
        """
        faults = Faults()
        arrays = vertex_arrays(vertices, faults)
        columns = link_arrays(NO_LINKS if links is None else links, Places(arrays[0]).of, faults)
        graph, _, found = _aril.ReferralGraph.from_arrays(arrays, columns, True)
        problems = faults.with_compiled(found, ("vertices", "links"))
        if problems and not lenient:
            raise Error(problems)
        self._set(graph, None, problems)

    @classmethod
    def from_csv(
        cls, folder: str | os.PathLike[str], market: Market | None = None, *, rules: Iterable[DerivationRule] = (), lenient: bool = False
    ) -> "ReferralGraph":
        """Reads people.csv, links.csv, memberships.csv and consents.csv, those that are there (docs/market_format.md), on top of the
        residents and employers of the market. rules: as in from_market, but none where you say nothing: a file that to_csv wrote has the
        derived links already.

        Errors: Error with file, line and field of every problem; "unknown_file" for a .csv file that is neither the graph's nor the
        market's."""
        return cls._made(_aril.ReferralGraph.read_folder(os.fspath(folder), _compiled(market), lenient), rules)

    @classmethod
    def from_tables(
        cls,
        tables_by_name: Mapping[str, Any],
        market: Market | None = None,
        *,
        rules: Iterable[DerivationRule] = (),
        lenient: bool = False,
    ) -> "ReferralGraph":
        """The same from tables in memory, named and with columns as those files, as Market.from_tables takes them. A column may be one
        value for all rows. Strengths as in the constructor; ends of links are ids. Derives nothing where you give no rules.

        Errors: Error with table (file), row (from 0) and field of every problem."""
        for name in tables_by_name:
            if name not in TABLES:
                raise error("unknown_table", name, one_of(TABLES, name), f"'{name}'")
        given = {name: cells_of(name, columns) for name, table in tables_by_name.items() if (columns := tables.columns_of(name, table))}

        def read(texts, lenient, _):
            graph, sets, problems = _aril.ReferralGraph.read_tables(texts, _compiled(market), lenient)
            return (graph, sets), problems

        made, problems = tables.read(read, given, lenient, False)
        return cls._made((*made, problems), rules)

    @classmethod
    def from_market(
        cls,
        market: Market,
        tables_by_name: Mapping[str, Any] | None = None,
        *,
        rules: Iterable[DerivationRule] | None = None,
        lenient: bool = False,
    ) -> "ReferralGraph":
        """The residents and employers of a market with the links that follow from what people share, on top of those of the tables.

        rules: None for standard_derivation_rules(). People are linked by a grid that they share in the market, and by employers, groups and
        buildings of the table "memberships"; a derived link has consent where the table "consents" says that the one it leads to agreed."""
        return cls.from_tables(tables_by_name or {}, market, rules=standard_derivation_rules() if rules is None else rules, lenient=lenient)

    @classmethod
    def from_networkx(cls, graph: Any, *, strength: str | float = "strength", lenient: bool = False) -> "ReferralGraph":
        """Of any NetworkX graph. Nodes: ids, with attributes kind, title_en, title_zh; edges: attributes kind, since, consent and the one
        that `strength` names, a number of 0..1, or a number in its place for all. An edge of an undirected graph is two links; of kind
        works_at, worked_at or business_contact one, from the person to the employer."""
        return cls(*of_networkx(graph, strength), lenient=lenient)

    @classmethod
    def from_igraph(cls, graph: Any, *, strength: str | float = "strength", lenient: bool = False) -> "ReferralGraph":
        """Of an igraph graph. Ids: the vertices' attribute name, else their numbers; the rest as from_networkx."""
        return cls(*of_igraph(graph, strength), lenient=lenient)

    @classmethod
    def _made(cls, made, rules):
        graph, rules = cls._of(*made), rules_of(rules)
        return graph.with_derived_links(rules) if rules else graph

    @classmethod
    def _of(cls, compiled, sets=None, problems=(), rules=()):
        graph = cls.__new__(cls)
        graph._set(compiled, sets, problems, rules)
        return graph

    def _set(self, compiled, sets, problems, rules=()):
        self._graph, self._sets, self._rules = compiled, sets, list(rules)
        self.problems: list[Problem] = list(problems)

    # What is there

    def __len__(self) -> int:
        """Vertices."""
        return self._graph.vertex_count

    @property
    def link_count(self) -> int:
        return self._graph.link_count

    def __eq__(self, other):
        """The same people, employers and links: what to_csv writes. What people share, rules and problems don't count."""
        if not isinstance(other, ReferralGraph):
            return NotImplemented
        if self._graph is other._graph:
            return True
        if (len(self), self.link_count) != (len(other), other.link_count):
            return False
        own, others = ({f"{name} of links": values for name, values in one.links().items()} | one.vertices() for one in (self, other))
        return all(np.array_equal(_comparable(values), _comparable(others[name])) for name, values in own.items())

    def __hash__(self):
        return hash((len(self), self.link_count))

    def __repr__(self):
        return f"<aril.ReferralGraph: {len(self):,} people and employers, {self.link_count:,} links>"

    @cached_property
    def ids(self) -> np.ndarray:
        """Object array of str, in the order of rows."""
        return _objects(self._graph.ids())

    @cached_property
    def _vertices(self):
        return _Ids("vertex", self._graph.vertex_rows, len(self), self._graph.vertex_numbers())

    def row(self, vertex: str | int) -> int:
        """Errors: Error "unknown_id"; "invalid_option" for an int that could also be an id."""
        return self._vertices.row(vertex)

    def rows(self, vertices: Any) -> np.ndarray:
        """uint32 rows of one id or row, or of a list or array of them. Errors: as row."""
        return self._vertices.rows(vertices)

    def vertices(self) -> dict[str, Any]:
        """The table of vertices in the order of rows, as the constructor takes it; a title that there is not is ""."""
        kinds = _objects(_aril.vertex_kind_names)[self._graph.kinds()]
        return {"id": self.ids, "title_en": self._graph.titles("en"), "title_zh": self._graph.titles("zh"), "kind": kinds}

    def links(self) -> dict[str, np.ndarray]:
        """The table of links in the order of where they start and end, as the constructor takes it; ends are uint32 rows, strengths uint16
        as stored, since datetime64[D]. ReferralGraph(graph.vertices(), graph.links()) is the same graph. With ids: to_pandas()."""
        days = self._graph.since().astype(np.int64)
        since = np.where(days == _aril.no_day, np.datetime64("NaT", "D"), days.astype("datetime64[D]"))
        return {
            "from": self._graph.sources(),
            "to": self._graph.targets(),
            "kind": _objects(_aril.link_kind_names)[self._graph.link_kinds()],
            "strength": self._graph.strengths(),
            "since": since,
            "consent": self._graph.consent().astype(np.bool_),
        }

    def to_pandas(self):
        """The links as a DataFrame, as links.csv has them: from and to are ids, strength a number of 0..1, exact to what is stored. The
        constructor and from_tables take it back, beside vertices(), and so does from_tables what pandas wrote of it and read again."""
        import pandas  # optional, and slow to import

        columns = self.links()
        columns |= {end: self.ids[columns[end]] for end in ("from", "to")}
        return pandas.DataFrame(columns | {"strength": _strength_numbers()[columns["strength"]]})

    def to_csv(self, folder: str | os.PathLike[str]) -> None:
        """Writes people.csv and links.csv; from_csv(folder) gives the same graph back, the same bytes in every array. Strengths are decimals
        of 0..1. Derived links are written as any other: don't derive them again. What people share is not written.

        Errors: Error "file_not_writable"."""
        self._graph.write_folder(os.fspath(folder))

    def to_networkx(self) -> Any:
        """A networkx.MultiDiGraph with the attributes that from_networkx reads; strengths are floats that give the same ones back."""
        return networkx_of(*self._plain())

    def to_igraph(self) -> Any:
        """A directed igraph.Graph with the attributes that from_igraph reads."""
        return igraph_of(*self._plain())

    def _plain(self):
        """Both tables as lists of Python's own values."""
        links = self.links()
        links["strength"] = _strength_numbers()[links["strength"]]
        return tuple(
            {name: values.tolist() if hasattr(values, "tolist") else values for name, values in table.items()}
            for table in (self.vertices(), links)
        )

    # Introductions

    @cached_property
    def _introducer(self):
        return _aril.Introducer(self._graph)

    def introductions(self, person: str | int, employer: str | int, k: int = 5, hops: int = 3) -> list[Introduction]:
        """The k best chains of at most so many hops, best first: higher strength, then fewer hops, then the lower rows. Exact; loopless;
        only over links with consent.

        Errors: Error "unknown_id"; "out_of_range" for a person who is an employer, or the other way round; "invalid_option"."""
        found = self._introducer.between(self.row(person), self.row(employer), _at_least(1, "k", k), _at_least(1, "hops", hops))
        return [self._introduction(strength, tuple(rows)) for strength, rows in found]

    def introductions_of(
        self, persons: Any, employers: Any, k: int = 5, hops: int = 3, *, threads: int | None = None, progress: Any = False
    ) -> IntroductionLists:
        """The same for many pairs, (persons[i], employers[i]), in parallel; one person or employer (an id or a row, not a list) is for all.
        Errors: as above; "shape_mismatch". Ctrl-C: KeyboardInterrupt within 100 ms."""
        starts, ends = self._rows_named("persons", persons), self._rows_named("employers", employers)
        if isinstance(persons, ONE_VERTEX):
            starts = np.repeat(starts, len(ends))
        elif isinstance(employers, ONE_VERTEX):
            ends = np.repeat(ends, len(starts))
        if len(starts) != len(ends):
            raise error("shape_mismatch", "employers", f"{len(starts)}, as many as persons", f"{len(ends)}")
        with showing(progress, "pairs") as report:
            lists = self._introducer.between_many(
                starts, ends, _at_least(1, "k", k), _at_least(1, "hops", hops), _threads(threads), report
            )
        return IntroductionLists(lists, self, starts, ends)

    def employers_in_reach(self, person: str | int, *, hops: int = 3, threads: int | None = None, progress: Any = False) -> Reach:
        """Whom can this person reach? Every employer to which a chain of at most so many hops leads, with the best chain and its strength,
        strongest first. Errors: as introductions."""
        employers = np.flatnonzero(self._is_employer).astype(np.uint32)
        persons = np.full(len(employers), self.row(person), np.uint32)
        return Reach(self.introductions_of(persons, employers, 1, hops, threads=threads, progress=progress))

    def people_in_reach(self, employer: str | int, *, hops: int = 3, threads: int | None = None, progress: Any = False) -> Reach:
        """Who can reach this employer? Everyone, residents and helpers, from whom a chain of at most so many hops leads to it, the same way;
        in to_pandas() the column kind tells them apart. Errors: as introductions."""
        persons = np.flatnonzero(~self._is_employer).astype(np.uint32)
        employers = np.full(len(persons), self.row(employer), np.uint32)
        return Reach(self.introductions_of(persons, employers, 1, hops, threads=threads, progress=progress))

    @property
    def _is_employer(self):
        return self._graph.kinds() == VERTEX_KINDS["employer"]

    def strengths(
        self, market: Market, *, hops: int = 3, most_employers: int = 64, threads: int | None = None, progress: Any = False
    ) -> ReferralStrengths:
        """The best strength of every resident and employer of the market within so many hops, as a Ranker's sparse term takes it.

        most_employers: of a resident, the strongest, ties to the lower row. Who is not in the graph has none, and the term is neutral for
        them: nobody's rank falls for knowing nobody but by others' rise. Ctrl-C: KeyboardInterrupt within 100 ms."""
        compiled = _market_of(market)
        limits = _at_least(1, "hops", hops), _at_least(1, "most_employers", most_employers)
        with showing(progress, "residents") as report:
            return ReferralStrengths(market, *self._introducer.strengths(compiled, *limits, _threads(threads), report))

    def _introduction(self, strength, rows):
        return Introduction(strength, tuple(self.ids[row] for row in rows), rows, self)

    # Changes

    def with_links(self, added: Any = None, *, taken: Any = None) -> "ReferralGraph":
        """A graph with links added and others taken away, one for one; both: tables of links as the constructor takes them.

        Errors: Error "unknown_id" for a link to take away that is not there (its kind, strength, since and consent count), "cycle" for one
        that leads to where it starts."""
        tables_of_links = [NO_LINKS if links is None else links for links in (taken, added)]
        faults = Faults()
        changes = [link_arrays(links, self._ends, faults, file) for links, file in zip(tables_of_links, ("taken", "added"), strict=True)]
        faults.check()
        with places_as_rows():
            return self._of(self._graph.with_links(*changes), self._sets, (), self._rules)

    def with_vertices(
        self, added: Any = (), *, taken: Any = (), memberships: Any = None, consents: Any = None, market: Market | None = None
    ) -> "ReferralGraph":
        """A graph with people and employers added, and others taken away with all their links. added: a table of vertices, or ids; taken:
        ids or rows.

        A graph that knows what its people share (from files, tables or a market) goes on knowing it: the derived links of those who share
        something with people who come, go or move are made anew, as if all had been derived today. memberships, consents: tables of what
        newcomers share and agree to, or of news about others; market: the one of today, which says where its residents live.
        Errors: Error "duplicate_id" and others, with table, row and column; "unknown_id" where derived links were taken away one by one."""
        faults = Faults()
        vertices = vertex_arrays(added, faults, "added")
        faults.check()
        news = {"memberships": memberships, "consents": consents}
        given = {name: cells_of(name, tables.columns_of(name, table)) for name, table in news.items() if table is not None}
        gone, rules = self.rows(taken), [rule_numbers(rule) for rule in self._rules]
        today = None if market is None else _market_of(market)
        with places_as_rows():
            if self._sets is None and not given:
                return self._of(self._graph.with_vertices(gone, vertices))
            sets = self._shared()
            made, _ = tables.read(lambda texts, *_: (self._graph.with_people(sets, rules, gone, vertices, texts, today), ()), given, False, False)
        return self._of(*made, (), self._rules)

    def with_derived_links(self, rules: Iterable[DerivationRule] | None = None, *, threads: int | None = None) -> "ReferralGraph":
        """A graph with the links that rules derive from what its people share; rules: None for standard_derivation_rules(). For a graph
        from files, tables or a market.

        A rule that the graph was made by already (from_market applies the standard ones) adds nothing, unless it went through files in
        between, where derived links become plain ones; one of the same basis and kind but another strength or cap takes its place.
        Errors: Error "unknown_id" where links of such a rule were taken away one by one."""
        rules = standard_derivation_rules() if rules is None else rules_of(rules)
        kinds = {(rule.basis, rule.kind) for rule in rules}
        gone = [rule for rule in self._rules if (rule.basis, rule.kind) in kinds and rule not in rules]
        stay = [rule for rule in self._rules if rule not in gone]
        new = [rule for rule in rules if rule not in stay]
        changes = ([rule_numbers(rule) for rule in some] for some in (gone, new))
        derived = self._graph.with_derived_links(self._shared(), *changes, _threads(threads))
        return self._of(derived, self._sets, self.problems, [*stay, *new])

    def merge_sets(self, kind: str, into: str, from_: str) -> "ReferralGraph":
        """Two grids, groups, employers or buildings become one, under the first one's name (a wall came down between two compounds,
        破墙合体): the derived links of their people are made anew, all others stay. kind: "grid", "employer", "group" or "building".
        Homes stay where they are: people of a merged grid are as far from each other as before, and a rule links the nearest first.

        Errors: Error "unknown_id" for a name that nothing bears, or where derived links were taken away before."""
        rules = [rule_numbers(rule) for rule in self._rules]
        return self._of(*self._graph.merge_sets(self._shared(), rules, kind, into, from_), (), self._rules)

    def _shared(self):
        if self._sets is None:
            expected = "a graph from files, tables or a market, with what people share"
            raise error("invalid_option", "graph", expected, "one of arrays")
        return self._sets

    def _rows_named(self, name, vertices):
        if isinstance(vertices, ONE_VERTEX):
            return self.rows(vertices)
        faults = Faults()
        rows = self._ends(vertices, faults.report_to(name, "id"))
        faults.check()
        return rows

    def _ends(self, ends, report):
        try:
            return self.rows(ends)
        except Error:  # one by one, for their places
            return Places(self.ids.tolist()).of(ends, report)

    # As rows, for the measures of links

    @cached_property
    def link_rows(self) -> LinkRows:
        """The links as rows, directed, parallel ones repeated, whatever their kind and consent: what PageRank walks."""
        return LinkRows._of(self._graph.rows())

    @cached_property
    def contacts(self) -> LinkRows:
        """Who knows whom either way, as simple rows: what proximity and ties are measured on."""
        return LinkRows._of(self._graph.contacts())

    @cached_property
    def contact_strengths(self) -> np.ndarray:
        """uint16, one a column of contacts: of the strongest link that leads so, 0 where none does."""
        return self._graph.contact_strengths(self.contacts._rows)

    @property
    def _rows(self):
        return self.link_rows._rows

    def _as_simple(self):
        return self.contacts._as_simple()


@cache
def _strength_numbers():
    """By strength as stored: a float that is read as the same one again."""
    return np.array([float(text) for text in _aril.strength_texts(np.arange(65536, dtype=np.uint16))])


def _comparable(values):
    array = np.asarray(values, None if isinstance(values, np.ndarray) else object)
    return array.view(np.int64) if array.dtype.kind == "M" else array  # NaT equals nothing


def _compiled(market):
    return _aril.no_market() if market is None else _market_of(market)


def _market_of(market):
    if not isinstance(market, Market):
        raise error("malformed", "market", "an aril.Market", type(market).__name__)
    return market._market
