"""The DuckDB peer's query: the rules, the terms and the best k for one part of the residents (all of it timed)."""

import numpy as np

ROW_BITS = 21  # of a key: the row of a posting or of a resident


class Query:
    def __init__(self, policy, tables, k, reverse):
        self.on, self.weights, self.tables, self.k = policy.on, policy.weights, tables, k
        self.row_bits = ROW_BITS
        self.owner, self.other = ("p", "r") if reverse else ("r", "p")
        self.words = tables.resident_words.shape[0]
        self.text = self.compose()

    def run(self, connection, part):
        """Owners with their keys; owners with their eligible counts. A key is score << ROW_BITS | last row - row."""
        found = connection.execute(self.text, {"part": part}).fetchnumpy()
        owner, eligible, key = (np.ma.getdata(found[name]) for name in ("owner", "eligible", "key"))
        first = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]])) if len(owner) else np.zeros(0, np.int64)
        return owner.astype(np.int64), key.astype(np.uint64), owner[first].astype(np.int64), eligible[first].astype(np.int64)

    def compose(self):
        return f"""
            WITH chunk AS MATERIALIZED (SELECT * FROM residents WHERE part = $part),
            cover AS MATERIALIZED ({self.cover()}),
            ready AS MATERIALIZED (
                SELECT chunk.*, cells.minutes, cells.commute, freely | coalesce(bits, freely) AS met, coalesce(list_of_covers, []) AS covered,
                       coalesce(list_of_near, []) AS near
                FROM chunk JOIN cells USING (cell) JOIN free USING (not_stated) LEFT JOIN ({self.met()}) USING (r)
                LEFT JOIN ({self.covered()}) USING (r) LEFT JOIN ({self.near()}) USING (r)
            ),
            course AS MATERIALIZED ({self.pairs('courses', self.tables.slots_of_courses[0], 'q.skills_stated, q.course')}),
            pair AS (
                SELECT r, p, total + {self.weights['skills']} * skill::BIGINT AS score
                FROM ({self.pairs('postings', self.tables.slots_of_postings[0], self.skill_columns())})
                UNION ALL
                SELECT r, p, total + {self.weights['skills']} * coalesce(gain, 0)::BIGINT AS score FROM course LEFT JOIN ({self.gain()}) USING (r, course)
            )
            SELECT owner, eligible, unnest(best) AS key FROM (
                SELECT {self.owner} AS owner, count(*) AS eligible,
                       max((score::UBIGINT << {ROW_BITS}) | ({(1 << ROW_BITS) - 1} - {self.other}), {self.k}) AS best
                FROM pair GROUP BY {self.owner}
            )"""

    def cover(self):
        return "SELECT r, asked, max(cover) AS cover FROM skills JOIN covers USING (had) WHERE part = $part GROUP BY r, asked"

    def covered(self):
        """From the covers that are not 0, the list of all."""
        gap = "asked - lag(asked, 1, -1) OVER (PARTITION BY r ORDER BY asked) - 1"
        return f"""SELECT r, flatten(list(list_append(list_resize([]::UTINYINT[], gap, 0), cover) ORDER BY asked)) AS list_of_covers
                   FROM (SELECT r, asked, cover, {gap} AS gap FROM cover) GROUP BY r"""

    def met(self):
        last = self.tables.things.coded - 1
        return f"""SELECT r, bitstring_agg(thing, 0, {last}) AS bits FROM (
                     SELECT r, thing FROM holds JOIN answers USING (had) WHERE part = $part UNION ALL SELECT r, 0 FROM chunk) GROUP BY r"""

    def near(self):
        each = "\n UNION ALL ".join(f"SELECT r, unnest(near) AS value, generate_subscripts(near, 1) AS i FROM {have} JOIN {near} USING (had) "
                                    "WHERE part = $part" for have, near in (("wanted", "near_wanted"), ("held", "near_held")))
        return f"SELECT r, list(value ORDER BY i) AS list_of_near FROM (SELECT r, i, max(value) AS value FROM ({each}) GROUP BY r, i) GROUP BY r"

    def common(self):
        return " + ".join(f"bit_count(r.week{i} & p.week{i})::INTEGER" for i in range(self.words))

    def rules(self, things):
        """Cheap ones first; DuckDB reorders them by what it measures."""
        rules = ["r.wants & p.kind_workplace <> 0", "r.least_pay <= p.pay_asked", "r.available <= p.start_asked", "r.needs & p.refused = 0",
                 "p.fee_asked <= r.budget", "p.daily_units_asked <= r.units", "p.age_asked <= r.age",
                 "r.minutes[p.place_asked] <= r.travel_limit", f"({self.common()}) >= p.hours_asked"]
        rules += [f"get_bit(r.met, p.thing{j + 1}) = 1" for j in range(things)]
        if not self.tables.policy.admit["travel"]:
            rules[7] = f"(p.place_asked > {self.tables.no_place} OR {rules[7]})"
        if self.on["blocked"]:
            rules += ["NOT list_contains(r.blocked, p.p)", "NOT list_contains(r.blocked_employers, p.employer)"]
        return "\n AND ".join(rules)

    def terms(self):
        like = "r.likes[p.like_at] + coalesce(r.employer_likes[list_position(r.liked_employers, p.employer)], 0)"
        values = {
            "commute": "r.commute[p.place]",
            "occupation": "CASE WHEN p.no_occupation OR r.no_occupations THEN 16384 ELSE coalesce(r.near[p.occupation], 0) END",
            "week": f"CASE WHEN NOT (p.week_stated AND r.week_stated) THEN 16384 WHEN p.hours = 0 THEN 65535"
                    f" ELSE 65535 * ({self.common()}) // p.hours END",
            "pay": "CASE WHEN p.upper < 0 OR r.floor < 0 THEN 16384 WHEN r.floor = 0 THEN 65535"
                   " ELSE least(65535, 65535 * greatest(0, p.upper - r.floor) // r.floor) END",
            "preference": f"greatest(0, least(65535, 32767 + 8192 * greatest(-4, least(4, {like}))))",
        }
        if self.tables.resident_vectors is not None:
            product = "array_inner_product(r.vector::FLOAT[64], p.vector::FLOAT[64])"
            values["embedding"] = f"greatest(0, least(65535, 32768 + 2 * {product}::INTEGER))"
        return " + ".join(["p.fixed", *(f"{self.weights[term]} * ({value})::BIGINT" for term, value in values.items() if self.weights[term])])

    def pairs(self, postings, things, columns):
        """The pairs that the rules leave, with the score but for the skills."""
        columns = columns.replace("q.course", "p.course").replace("q.", "r.")
        return f"SELECT r.r, p.p, {self.terms()} AS total, {columns} FROM {postings} p, ready r WHERE {self.rules(things)}"

    def skill_columns(self):
        most = self.tables.slots_of_postings[1]
        parts = [f"CASE WHEN p.asks >= {j} THEN p.share{j} * coalesce(r.covered[p.asked{j} + 1], 0) ELSE 0 END" for j in range(1, most + 1)]
        return f"CASE WHEN r.skills_stated AND p.asks > 0 THEN {' + '.join(parts) or '0'} ELSE 16384 END AS skill"

    def gain(self):
        """The gain of eligible pairs with a course: the largest over the occupations wanted."""
        return """SELECT r, course, max(gain) AS gain FROM (
                    SELECT r, course, had, sum(share * greatest(0, granted::INTEGER - coalesce(cover, 0))) AS gain
                    FROM course JOIN aims USING (r) JOIN gains USING (course, had) LEFT JOIN cover USING (r, asked)
                    WHERE skills_stated GROUP BY r, course, had) GROUP BY r, course"""
