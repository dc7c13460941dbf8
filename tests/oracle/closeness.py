"""How close one concept is to another, and how well held skills cover an asked one."""
from functools import cache


class Concepts:
    """The graph of the skills, or of the occupations."""

    def __init__(self, rows):
        self.broader = {row.id: row.broader or frozenset() for row in rows}
        self.narrower_count = {concept: sum(concept in above for above in self.broader.values()) for concept in self.broader}
        links = {(row.id, other) for row in rows for other in row.related or ()}
        self.related = links | {(b, a) for a, b in links}
        self.up = cache(self.up)

    def up(self, concept, steps):
        """The concepts at the end of a path of exactly so many broader links."""
        above = {concept}
        for _ in range(steps):
            above = {broader for one in above for broader in self.broader[one]}
        return frozenset(above)

    def up_to(self, concept, steps):
        return frozenset().union(*(self.up(concept, n) for n in range(steps + 1)))

    def is_root(self, concept):
        return not self.broader[concept]


class Closeness:
    def __init__(self, market, policy):
        self.skills = Concepts(market.skills)
        self.occupations = Concepts(market.occupations)
        self.numbers = policy.closeness
        self.of_skills = cache(self.of_skills)  # each value is worked out once a market
        self.of_occupations = cache(self.of_occupations)
        self.cover = cache(self.cover)

    def of_skills(self, have, asked):
        graph, numbers = self.skills, self.numbers['skill']
        found = [0]
        if have == asked:
            found.append(numbers['same'])
        for steps in (1, 2):
            if asked in graph.up(have, steps):
                found.append(numbers['narrower'][steps - 1])
            if have in graph.up(asked, steps):
                found.append(numbers['broader'][steps - 1])
        shared = graph.broader[have] & graph.broader[asked]
        if have != asked and any(not graph.is_root(c) and graph.narrower_count[c] <= numbers['sibling_limit'] for c in shared):
            found.append(numbers['sibling'])
        if (have, asked) in graph.related:
            found.append(numbers['related'])
        return max(found)

    def of_occupations(self, a, b):
        graph, numbers = self.occupations, self.numbers['occupation']
        found = [0]
        if a == b:
            found.append(numbers['same'])
        if (a, b) in graph.related:
            found.append(numbers['related'])
        for steps in (1, 2, 3):
            if any(not graph.is_root(c) for c in graph.up_to(a, steps) & graph.up_to(b, steps)):
                found.append(numbers['shared_broader'][steps - 1])
        return max(found)

    def level_fit(self, held, asked):
        if asked == 0:
            missing = 0
        elif held == 0:
            missing = 1
        else:
            missing = max(0, asked - held)
        return self.numbers['level_fit'][missing] if missing < 4 else 0

    def cover(self, held, skill, level):
        """Of the held set of (skill, level)."""
        return max((self.of_skills(h, skill) * self.level_fit(H, level) // 255 for h, H in held), default=0)
