"""What the DuckDB peer makes before the clock starts: tables of residents and of postings, each by itself, out of the NumPy peer's encodings."""

import numpy as np

from numpy_market import UNKNOWN
from numpy_prepare import Prepared
from numpy_things import BIG, LEVELS, TRAINING

HELD = ["must_skill", "prerequisite_skill", "credential", "prerequisite_credential", "language"]  # asked of what people hold
NOT_ASKED = {"start": BIG, "pay": BIG, "fee": -2, "daily_units": -2}  # what every resident meets
OF_AGE = 1 << 63  # beside the needs, which take the lower bits


def lists(off, values):
    out = np.empty(len(off) - 1, object)
    out[:] = [values[a:b] for a, b in zip(off[:-1], off[1:])]
    return out


def entries(rows, off, *columns):
    """The entries of some rows of lists, with the row beside each."""
    size = off[rows + 1] - off[rows]
    at = np.repeat(off[rows] - (np.cumsum(size) - size), size) + np.arange(size.sum())
    return np.repeat(rows, size), *(column[at] for column in columns)


def slots(rows, table, none):
    """(row, value) of the slots that are taken."""
    at = np.nonzero(table[rows] != none)
    return rows[at[0]], table[rows][at]


class Tables(Prepared):
    """residents, postings and courses; holds, skills, wanted and held (what residents have, a row each); answers, covers, near and gains (what
    those mean); cells (minutes and the commute's value to every measured place, by mode and home)."""

    def __init__(self, database, *inputs, **options):
        super().__init__(*inputs, **options)
        self.database = database

    def put(self, name, columns, order=""):
        self.database.register("frame", columns)
        self.database.execute(f"CREATE TABLE {name} AS SELECT * FROM frame {order}")
        self.database.unregister("frame")

    def fill(self, residents, chunk):
        """chunk: residents of a part."""
        part = np.zeros(len(self.market.resident_ids), np.int32)
        part[residents] = np.arange(len(residents)) // chunk
        self.put_residents(residents, part)
        self.put_what_residents_have(residents, part)
        self.put_what_it_means()
        self.put_cells()
        self.put_postings()

    def coded(self, name):
        found, number = self.classes[name]
        return found[number]

    def put_residents(self, rows, part):
        r = self.market.residents
        wants = self.coded("kind_workplace").astype(np.int32)
        kind_workplace = sum(((wants >> kind) & (wants >> (4 + place)) & 1) << (3 * kind + place) for kind in range(4) for place in range(3))
        words = np.vstack([self.resident_words.T, np.zeros(self.resident_words.shape[0], np.uint64)])[r.week]
        if self.policy.admit["week"]:
            words[r.week < 0] = ~np.uint64(0)
        floor = np.where(r.pay_floor == -1, -1 if self.policy.admit["pay"] else BIG, np.where(r.pay_floor == 0, -1, r.pay_floor))
        lacks = np.where(self.coded("age"), 0, OF_AGE).astype(np.uint64)
        np.bitwise_or.at(lacks, np.repeat(np.arange(len(r.home)), np.diff(r.needs.off)), np.uint64(1) << r.needs.val.astype(np.uint64))
        stated = ~r.skills.stated + 2 * ~r.credentials.stated + 4 * ~r.languages.stated
        limit = self.limit.astype(np.int16)
        if not self.policy.admit["travel"]:
            limit[~self.limit_stated] = -1
        columns = {
            "r": np.arange(len(r.home), dtype=np.uint32), "part": part, "cell": self.cell_row.astype(np.int32), "travel_limit": limit,
            "wants": kind_workplace.astype(np.uint16), "floor": r.pay_floor, "least_pay": floor, "lacks": lacks,
            "available": self.coded("start"), "budget": self.coded("fee"), "units": self.coded("daily_units"),
            "not_stated": stated.astype(np.uint8), "skills_stated": self.skills_stated,
            "week_stated": r.week >= 0, "no_occupations": self.no_occupations,
            **{f"week{i}": words[:, i].copy().view(np.int64) for i in range(words.shape[1])},
        }
        columns = {key: np.ascontiguousarray(value[rows]) for key, value in columns.items()}
        columns["likes"] = lists(12 * np.arange(len(rows) + 1), self.likes_kind_workplace[rows].astype(np.int8).reshape(-1))
        columns["liked_employers"] = lists(r.liked_employers.off, r.liked_employers.val.astype(np.int32))[rows]
        columns["employer_likes"] = lists(r.liked_employers.off, r.liked_employers.more[0].astype(np.int8))[rows]
        columns["blocked"] = lists(self.blocked_off, self.posting_at(self.blocked_position))[rows]
        columns["blocked_employers"] = lists(self.blocked_employer_off, self.blocked_employer.astype(np.int32))[rows]
        if self.resident_vectors is not None:
            columns["vector"] = lists(64 * np.arange(len(rows) + 1), self.resident_vectors[rows].reshape(-1))
        self.put("residents", columns)

    def posting_at(self, position):
        order = np.array(self.order, np.int64)
        return self.alive[order[position]].astype(np.int32)

    def put_what_residents_have(self, rows, part):
        r = self.market.residents
        for name, (row, value) in {
            "holds": entries(rows, self.hold_off, self.hold),
            "skills": entries(rows, r.skills.off, self.skill_hold),
            "wanted": slots(rows, self.wanted_slots, len(self.near_wanted) - 1),
            "held": slots(rows, self.held_slots, len(self.near_wanted) - 1),
            "aims": slots(rows, self.gain_slots, self.no_occupation),
        }.items():
            self.put(name, {"part": part[row], "r": row.astype(np.uint32), "had": value.astype(np.int32)})

    def put_what_it_means(self):
        off, things = self.answers
        number = np.repeat(np.arange(len(off) - 1), np.diff(off))
        self.put("answers", {"had": number.astype(np.int32), "thing": things.astype(np.int32)})
        number = np.repeat(np.arange(len(self.cover_off) - 1), np.diff(self.cover_off))
        self.cover_numbers = np.unique(np.append(self.cover_value, 0))  # few: a number takes fewer bits than a cover
        covers = np.searchsorted(self.cover_numbers, self.cover_value).astype(np.uint8)
        self.put("covers", {"had": number.astype(np.int32), "asked": self.cover_column, "cover": covers})
        size = self.near_wanted.shape[1] - 1
        for name, near in (("near_wanted", self.near_wanted), ("near_held", self.near_held)):
            near = np.ascontiguousarray(near[:-1, :-1])
            self.put(name, {"had": np.arange(len(near), dtype=np.int32), "near": lists(size * np.arange(len(near) + 1), near.reshape(-1))})
        free = [(not_stated, thing) for not_stated in range(8) for thing in self.freely(not_stated)]
        free = np.array(free, np.int32).reshape(-1, 2)
        self.put("free", {"not_stated": free[:, 0].astype(np.uint8), "thing": free[:, 1].copy()})
        words = {f"week{i}": column.view(np.int64).copy() for i, column in enumerate(self.posting_words)}
        self.put("masks", {"mask": np.arange(len(self.posting_hours), dtype=np.int32), "hours": self.posting_hours.astype(np.int32), **words})

    def freely(self, not_stated):
        """The things that are met where what would answer them is not stated."""
        out = []
        for segment in HELD:
            code = "prerequisite" if segment.startswith("prerequisite") else segment
            bit = 1 if segment.endswith("skill") else 4 if segment == "language" else 2
            if segment in self.things.rows and self.policy.admit[code] and not_stated & bit:
                out += range(self.things.rows[segment].start, self.things.rows[segment].stop)
        return out

    def put_cells(self):
        """The last place is for postings that ask no travel."""
        minutes = np.hstack([self.cells, np.zeros((len(self.cells), 1), np.uint8)])
        minutes[minutes == UNKNOWN] = 0 if self.policy.admit["travel"] else 255
        width = minutes.shape[1]
        self.put("cells", {
            "cell": np.arange(len(minutes), dtype=np.int32),
            "minutes": lists(width * np.arange(len(minutes) + 1), minutes.reshape(-1)),
            "commute": lists((width - 1) * np.arange(len(minutes) + 1), self.commute.reshape(-1)),
        })

    def put_postings(self):
        training = [panel for panel in self.panels if panel.training]
        work = [panel for panel in self.panels if not panel.training]
        self.most_things, self.most_asked = {}, {}
        self.put_panels("courses", training)
        self.put_panels("postings", work)
        keys = np.flatnonzero(self.gain_list >= 0) if training else np.zeros(0, np.int64)
        course, aim = np.divmod(keys, self.no_occupation + 1)
        number = self.gain_list[keys] if training else keys
        off = self.gain_off if training else np.zeros(1, np.int64)
        at, column, cover, share = entries(number, off, *((self.gain_column, self.gain_cover, self.gain_share) if training else (keys,) * 3))
        back = np.empty(len(number), np.int64)
        back[number] = np.arange(len(number))
        self.put("gains", {"course": course[back[at]].astype(np.int32), "had": aim[back[at]].astype(np.int32), "asked": column.astype(np.int32),
                           "granted": cover.astype(np.uint8), "share": share.astype(np.uint16)})

    def put_panels(self, name, panels):
        rows = np.concatenate([panel.rows for panel in panels]) if panels else np.zeros(0, np.int64)
        requirements = [[(self.column_of[q[:2]], q[3]) for q in scored] for panel in panels for scored in panel.scored]
        at = np.searchsorted(self.alive, rows)
        asked = [self.things.asked[i] for i in at.tolist()]
        never = np.array([("const", "never") in of_posting for of_posting in asked], bool)
        columns = {**self.plain_columns(rows, asked), **self.posting_columns(rows)}
        columns["course"] = np.arange(len(rows), dtype=np.int32)
        columns["asks"] = np.array([len(q) for q in requirements], np.uint8)
        self.most_asked[name] = self.padded(columns, "asked", "share", requirements, (0, 0))
        things = [self.things_held(of_posting) for of_posting in asked]
        columns["things"] = np.array([len(held) for held in things], np.uint8)
        self.most_things[name] = self.padded(columns, "thing", None, things, (0,))
        if self.resident_vectors is not None:
            position = self.position[rows]
            vectors = np.ascontiguousarray(self.posting_vectors.T[position])
            columns["vector"] = lists(64 * np.arange(len(rows) + 1), vectors.reshape(-1))
        self.put(name, {key: value[~never] for key, value in columns.items()})

    def plain_columns(self, rows, asked):
        """What single columns of residents answer."""
        by_segment = [dict(of_posting) for of_posting in asked]  # one key a segment; needs apart
        out = {f"{name}_asked": np.array([keys.get(name, none) for keys in by_segment], np.int64) for name, none in NOT_ASKED.items()}
        out["hours_asked"] = np.array([keys["week"][1] if "week" in keys else 0 for keys in by_segment], np.int16)
        out["place_asked"] = np.array([keys.get("travel", self.no_place + 1) + 1 for keys in by_segment], np.int32)
        refused = [sum(1 << key if segment == "need" else OF_AGE for segment, key in set(of_posting) if segment in ("need", "age")) for of_posting in asked]
        out["refused"] = np.array(refused, np.uint64)
        return out

    def posting_columns(self, rows):
        p, weights = self.market.postings, self.policy.weights
        kind_workplace = (3 * p.kind + p.workplace)[rows]
        fixed = np.concatenate([panel.fixed for panel in self.panels if (panel.training == bool(len(rows) and p.kind[rows[0]] == TRAINING))])
        occupations = [panel.occupation for panel in self.panels if (panel.training == bool(len(rows) and p.kind[rows[0]] == TRAINING))]
        return {
            "p": rows.astype(np.int32), "kind_workplace": (1 << kind_workplace).astype(np.uint16), "like_at": (kind_workplace + 1).astype(np.uint8),
            "employer": p.employer[rows].astype(np.int32), "place": (self.place[rows] + 1).astype(np.int32),
            "upper": p.upper_pay[rows], "week_stated": p.week[rows] >= 0, "fixed": fixed.astype(np.int64)[:len(rows)],
            "occupation": (np.concatenate(occupations)[:len(rows)] + 1).astype(np.int32), "no_occupation": p.occupation[rows] < 0,
            "mask": (np.maximum(p.week[rows], 0) + 1).astype(np.int32),
        }

    def things_held(self, asked):
        """The rarest first."""
        rows = {self.things.row_of[segment, key] for segment, key in asked if segment in HELD}
        return [(row,) for row in sorted(rows, key=lambda row: self.asked_by[row])]

    @property
    def asked_by(self):
        if not hasattr(self, "asked_by_"):
            self.asked_by_ = np.bincount([t for rows in self.things.lists for t in rows], minlength=self.things.total)
        return self.asked_by_

    @staticmethod
    def padded(columns, first, second, of_postings, none):
        """Columns first1, first2, ... (and second1, ...) of what postings list."""
        most = max(map(len, of_postings), default=0)
        for j in range(most):
            entry = [of_posting[j] if len(of_posting) > j else none for of_posting in of_postings]
            columns[f"{first}{j + 1}"] = np.array([e[0] for e in entry], np.int32)
            if second:
                columns[f"{second}{j + 1}"] = np.array([e[1] for e in entry], np.int32)
        return most
