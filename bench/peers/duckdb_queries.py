"""The DuckDB peer's query: the rules, the terms and the best k for one part of the residents (all of it timed)."""

import numpy as np

ROW_BITS = 21  # of a key: the row of a posting or of a resident


class Query:
    def __init__(self, policy, tables, k, reverse):
        self.on, self.weights, self.tables, self.k = policy.on, policy.weights, tables, k
        self.owner, self.other = ("p", "r") if reverse else ("r", "p")
        self.words = tables.resident_words.shape[0]
        self.planes = int(len(tables.cover_numbers) - 1).bit_length()
        self.text = self.compose()

    def prepare(self, connection):
        """Parsed and planned once."""
        connection.execute(f"PREPARE ranking AS {self.text}")
        return connection

    def run(self, connection, part):
        """Owners with their keys; owners with their eligible counts. A key is score << ROW_BITS | last row - row."""
        found = connection.execute(f"EXECUTE ranking(part := {part})").fetchnumpy()
        owner, eligible, key = (np.ma.getdata(found[name]) for name in ("owner", "eligible", "key"))
        first = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]])) if len(owner) else np.zeros(0, np.int64)
        return owner.astype(np.int64), key.astype(np.uint64), owner[first].astype(np.int64), eligible[first].astype(np.int64)

    def compose(self):
        return f"""
            WITH chunk AS MATERIALIZED (SELECT * FROM residents WHERE part = $part),
            met AS MATERIALIZED ({self.met()}),
            cover AS MATERIALIZED ({self.cover()}),
            ready AS MATERIALIZED ({self.ready()}),
            course AS MATERIALIZED ({self.pairs('courses', 'r.skills_stated, p.course')}),
            pair AS (
                SELECT r, p, total + {self.weights['skills']} * skill::BIGINT AS score FROM ({self.pairs('postings', self.skill())})
                UNION ALL
                SELECT r, p, total + {self.weights['skills']} * coalesce(gain, 0)::BIGINT AS score FROM course LEFT JOIN ({self.gain()}) USING (r, course)
            )
            SELECT owner, eligible, unnest(best) AS key FROM (
                SELECT {self.owner} AS owner, count(*) AS eligible,
                       max((score::UBIGINT << {ROW_BITS}) | ({(1 << ROW_BITS) - 1} - {self.other}), {self.k}) AS best
                FROM pair GROUP BY {self.owner}
            )"""

    # What a resident brings: a row, then bit strings and lists

    def met(self):
        """The things asked that a resident has, or that count as met where what would answer them is not stated."""
        return """SELECT r, thing FROM holds JOIN answers USING (had) WHERE part = $part
                  UNION SELECT r, thing FROM chunk JOIN free USING (not_stated)
                  UNION SELECT r, 0 FROM chunk"""

    def cover(self):
        """The number of the largest cover of each requirement that is covered at all; numbers rise with the covers."""
        return "SELECT r, asked, max(cover) AS cover FROM skills JOIN covers USING (had) WHERE part = $part GROUP BY r, asked"

    def ready(self):
        none = f"bitstring('0', {self.tables.columns + 1})"
        planes = ", ".join(f"bitstring_agg(asked, 0, {self.tables.columns}) FILTER (cover & {1 << i} <> 0) AS plane{i}" for i in range(self.planes))
        covered = ", ".join(f"coalesce(plane{i}, {none}) AS plane{i}" for i in range(self.planes))
        hours = " + ".join(f"bit_count(r.week{i} & m.week{i})::UTINYINT" for i in range(self.words))
        value = "CASE WHEN NOT week_stated THEN 16384 WHEN hours = 0 THEN 65535 ELSE 65535 * common::INTEGER // hours END"
        return f"""
            SELECT chunk.*, cells.minutes, cells.commute, met, coalesce(near, []) AS near, common, week, coalesce(covered, {none}) AS covers_any, {covered}
            FROM chunk JOIN cells USING (cell)
            JOIN (SELECT r, bitstring_agg(thing, 0, {self.tables.things.coded}) AS met FROM met GROUP BY r) USING (r)
            JOIN (SELECT r, list(common ORDER BY mask) AS common, list({value} ORDER BY mask) AS week
                  FROM (SELECT r, week_stated, mask, hours, {hours} AS common FROM chunk r, masks m) GROUP BY r) USING (r)
            LEFT JOIN (SELECT r, list(value ORDER BY i) AS near FROM ({self.near()}) GROUP BY r) USING (r)
            LEFT JOIN (SELECT r, bitstring_agg(asked, 0, {self.tables.columns}) AS covered, {planes} FROM cover GROUP BY r) USING (r)"""

    def near(self):
        each = " UNION ALL ".join(f"SELECT r, unnest(near) AS value, generate_subscripts(near, 1) AS i FROM {have} JOIN {near} USING (had)"
                                  " WHERE part = $part" for have, near in (("wanted", "near_wanted"), ("held", "near_held")))
        return f"SELECT r, i, max(value) AS value FROM ({each}) GROUP BY r, i"

    # Pairs

    def rules(self, postings):
        """What refuses most for the least work comes first, and DuckDB's filter changes places by what it measures. None is a bare comparison of a
        resident's column with a posting's: such a one makes a merge join, which copies the resident's lists for every pair that it looks at."""
        met = [f"get_bit(r.met, p.thing{j + 1}) = 1" for j in range(self.tables.most_things[postings])]
        travel = "r.minutes[p.place_asked] <= r.travel_limit"
        if not self.tables.policy.admit["travel"]:
            travel = f"(p.place_asked > {self.tables.no_place} OR {travel})"
        rules = ["r.wants & p.kind_workplace <> 0", *met[:1], "r.available - p.start_asked <= 0", *met[1:2], travel, *met[2:3], "r.common[p.mask] >= p.hours_asked",
                 "r.lacks & p.refused = 0"]
        if len(met) > 3:
            rules.append(f"(p.things <= 3 OR {' AND '.join(met[3:])})")
        if self.on["blocked"]:
            rules += ["NOT list_contains(r.blocked, p.p)", "NOT list_contains(r.blocked_employers, p.employer)"]
        return "\n AND ".join([*rules, "p.fee_asked - r.budget <= 0"] if postings == "courses" else
                              [*rules[:2], "r.least_pay - p.pay_asked <= 0", *rules[2:], "p.daily_units_asked - r.units <= 0"])

    def terms(self):
        like = "r.likes[p.like_at] + coalesce(r.employer_likes[list_position(r.liked_employers, p.employer)], 0)"
        values = {
            "commute": "r.commute[p.place]",
            "occupation": "CASE WHEN p.no_occupation OR r.no_occupations THEN 16384 ELSE coalesce(r.near[p.occupation], 0) END",
            "week": "CASE WHEN p.week_stated THEN r.week[p.mask] ELSE 16384 END",
            "pay": "CASE WHEN p.upper < 0 OR r.floor < 0 THEN 16384 WHEN r.floor = 0 THEN 65535"
                   " ELSE least(65535, 65535 * greatest(0, p.upper - r.floor) // r.floor) END",
            "preference": f"greatest(0, least(65535, 32767 + 8192 * greatest(-4, least(4, {like}))))",
        }
        if self.tables.resident_vectors is not None:
            product = "array_inner_product(r.vector::FLOAT[64], p.vector::FLOAT[64])"
            values["embedding"] = f"greatest(0, least(65535, 32768 + 2 * {product}::INTEGER))"
        return " + ".join(["p.fixed", *(f"{self.weights[term]} * ({value})::BIGINT" for term, value in values.items() if self.weights[term])])

    def pairs(self, postings, columns):
        """The pairs that the rules leave, with the score but for the skills."""
        return f"SELECT r.r, p.p, {self.terms()} AS total, {columns} FROM {postings} p CROSS JOIN ready r WHERE {self.rules(postings)}"

    def skill(self):
        values = self.tables.cover_numbers.tolist()
        number = " + ".join(f"{1 << i} * get_bit(r.plane{i}, p.asked{{j}})" for i in range(self.planes))
        cover = f"{values}[1 + {number}]" if values != list(range(len(values))) else number
        parts = [f"CASE WHEN p.asks >= {j} AND get_bit(r.covers_any, p.asked{j}) = 1 THEN p.share{j} * {cover.format(j=j)} ELSE 0 END"
                 for j in range(1, self.tables.most_asked["postings"] + 1)]
        return f"CASE WHEN r.skills_stated AND p.asks > 0 THEN {' + '.join(parts) or '0'} ELSE 16384 END AS skill"

    def gain(self):
        """The gain of eligible pairs with a course: the largest over the occupations wanted."""
        values = f"{self.tables.cover_numbers.tolist()}"
        return f"""SELECT r, course, max(gain) AS gain FROM (
                     SELECT r, course, had, sum(share * greatest(0, granted::INTEGER - {values}[1 + coalesce(cover, 0)])) AS gain
                     FROM course JOIN aims USING (r) JOIN gains USING (course, had) LEFT JOIN cover USING (r, asked)
                     WHERE skills_stated GROUP BY r, course, had) GROUP BY r, course"""
