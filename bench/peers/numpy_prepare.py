"""What the NumPy peer makes before the clock starts: columns of postings, encodings of residents, closeness lists, grid tables.

Nothing in here combines a resident with a posting. A posting asks *things* ("skill 17 at level 2", "a floor of at most 4,500",
"at home within the travel limit of grid 3"); equal things of different postings are one row. The timed part answers every thing for
every resident of a block, once, as a row of bits over residents; the eligible residents of a posting are the AND of its rows.
Residents are encoded by the distinct values of their own columns (weeks, floors, dates, wanted kinds; held (skill, level) pairs).
"""

import numpy as np

from numpy_market import KINDS, UNKNOWN, WORKPLACES
from numpy_policy import closeness_of_occupations, closeness_of_skills, half_life_curve, largest_remainder
from numpy_things import ALWAYS, BIG, LEVELS, NEVER, PIECEWORK, TRAINING, AskedThings, csr, distinct, spread

class Panel:
    """A range of postings that are scored together: `begin` a multiple of 64, with posting columns as arrays."""


class Prepared(AskedThings):
    def __init__(self, market, policy, as_of, vectors=None, postings=None):
        """vectors: residents' and postings' embeddings, float32, rows of NaN where none is given; None: nobody has one.
        postings: the rows that count; None: all."""
        self.market, self.policy, self.as_of = market, policy, as_of
        on, p = policy.on, market.postings
        alive = np.ones(len(p.kind), bool)
        if on["open"]:
            alive &= (p.opens <= as_of) & ((p.closes == -1) | (as_of <= p.closes))
        if on["seats"]:
            alive &= p.seats >= 1
        if postings is not None:
            alive &= np.isin(np.arange(len(alive)), postings)
        self.alive = np.flatnonzero(alive)
        self.row_bits = max(1, int(len(p.kind) - 1).bit_length())
        self.make_places()
        self.make_weeks()
        self.make_requirements()
        self.make_things()
        self.make_holdings()
        self.make_panels()
        self.make_covers()
        self.make_gains()
        self.make_occupations()
        self.make_residents()
        self.make_blocks()
        self.make_vectors(vectors)

    def make_places(self):
        """Measured grids: cells[mode * grids + home, place], one more row for residents with no cell, two more places."""
        p, minutes = self.market.postings, self.market.minutes
        pickup = (p.kind == PIECEWORK) & (p.pickup_grid >= 0)
        on_site = p.workplace == WORKPLACES.index("on_site")
        grid = np.where(pickup, p.pickup_grid, np.where(on_site, p.grid, -1))
        away = ~pickup & ~on_site
        self.measured = np.unique(grid[self.alive][grid[self.alive] >= 0])
        self.missing_place, self.no_place = len(self.measured), len(self.measured) + 1
        self.place = np.searchsorted(self.measured, grid)
        self.place[grid < 0] = self.missing_place
        self.place[away] = self.no_place
        modes, grids = minutes.shape[:2]
        self.cells = np.full((modes * grids + 1, len(self.measured) + 2), UNKNOWN, np.uint8)
        self.cells[:-1, :-2] = minutes[:, :, self.measured].reshape(modes * grids, len(self.measured))
        self.cells[:, self.no_place] = 0  # 0 minutes have the value of work that is remote or at home
        curve = half_life_curve(256, 5, 15)
        curve[254:] = 16384, 0
        self.commute = curve.astype(np.uint16)[self.cells]

    def make_weeks(self):
        """Masks of residents and postings over those hours only that some posting has."""
        p, r = self.market.postings, self.market.residents

        def bits(masks):
            return np.unpackbits(masks.view(np.uint8).reshape(len(masks), 24), axis=1, bitorder="little")

        self.posting_mask = p.week
        hours = bits(p.masks).any(axis=0)
        words = max(1, -(-int(hours.sum()) // 64))

        def pack(masks):
            kept = np.zeros((len(masks), 64 * words), np.uint8)
            kept[:, :hours.sum()] = bits(masks)[:, hours]
            return np.packbits(kept, axis=1, bitorder="little").view(np.uint64).T.copy()

        self.posting_words, self.resident_words = pack(p.masks), pack(r.masks)
        self.posting_hours = bits(p.masks).sum(axis=1).astype(np.int64)
        self.hours_asked = np.where(p.hours_asked >= 0, p.hours_asked, np.append(self.posting_hours, -1)[p.week])

    def make_requirements(self):
        """Requirements by posting, (skill, level, must, share of 257); what occupations ask, (skill, level, share)."""
        m, p = self.market, self.market.postings
        self.requirements = {}
        for i in self.alive.tolist():
            best = {}
            for asked, must in ((p.must[i], 1), (p.nice[i], 0)):
                for skill, level, count in asked:
                    best[skill] = max(best.get(skill, (0, 0, -1)), (must, level, count))
            rows = sorted(best.items())
            counts = [count for _, (_, _, count) in rows]
            shares = largest_remainder(257, counts) if sum(counts) else [0] * len(rows)
            self.requirements[i] = [(s, level, must, share) for (s, (must, level, _)), share in zip(rows, shares)]
        self.asked_by_occupation = []
        for o in range(len(m.occupations)):
            best = {}
            for lists, count in ((m.essential, 2), (m.optional, 1)):
                for skill, level in lists.row_pairs(o):
                    best[skill] = max(best.get(skill, (0, 0)), (count, level))
            rows = sorted(best.items())
            shares = largest_remainder(257, [count for _, (count, _) in rows]) if rows else []
            self.asked_by_occupation.append([(s, level, share) for (s, (_, level)), share in zip(rows, shares)])

    def make_panels(self):
        """Postings in the order in which they are scored, and the slots of their lists of things."""
        p, lists = self.market.postings, self.things.lists
        must = self.things.rows.get("must_skill", slice(0, 0))
        asked_by = np.bincount([t for rows in lists for t in rows], minlength=self.things.total)
        scored = [[q for q in self.requirements[i] if q[3]] if p.kind[i] != TRAINING else [] for i in self.alive.tolist()]

        def neighbours(at):  # postings that ask the same rare skills side by side: their residents are the same ones
            rare = sorted((int(asked_by[t]), t) for t in lists[at] if must.start <= t < must.stop)
            return rare[-1:] + rare

        training = [at for at, i in enumerate(self.alive) if p.kind[i] == TRAINING]
        others = sorted((at for at, i in enumerate(self.alive) if p.kind[i] != TRAINING), key=lambda at: len(scored[at]))
        pieces = [training] + [piece.tolist() for piece in np.array_split(others, max(4, -(-len(others) // 4096)))]
        self.panels, self.order, begin = [], [], 0
        for piece in pieces:
            if len(piece):
                piece.sort(key=neighbours)
                panel = Panel()
                panel.begin, panel.size = begin, -(-len(piece) // 64) * 64
                panel.training = piece is training
                begin += panel.size
                rows = self.alive[piece]
                panel.rows = rows
                panel.slots = max(len(scored[at]) for at in piece)
                panel.scored = [scored[at] for at in piece]
                self.panels.append(panel)
                self.order += piece + [-1] * (panel.size - len(piece))
        self.width = begin
        lists = [lists[at] if at >= 0 else [NEVER] for at in self.order]
        sizes = np.array([len(x) for x in lists], np.int64)
        self.slots = []
        for j in range(max(1, sizes.max(initial=0))):
            some = np.flatnonzero(sizes > j)
            if j == 0 or 4 * len(some) > 3 * len(sizes):
                self.slots.append((None, np.array([x[j] if len(x) > j else ALWAYS for x in lists], np.int64)))
            else:
                self.slots.append((some, np.array([lists[i][j] for i in some], np.int64)))
        self.position = np.full(len(p.kind), -1, np.int64)
        order = np.array(self.order, np.int64)
        self.position[self.alive[order[order >= 0]]] = np.flatnonzero(order >= 0)
        weights = self.policy.weights
        freshness = half_life_curve(max(1, self.as_of - int(p.posted[p.posted >= 0].min(initial=self.as_of)) + 1), 0, 14)
        fresh = np.where(p.posted >= 0, freshness[np.clip(self.as_of - p.posted, 0, len(freshness) - 1)], 16384)
        fixed = (fresh * weights["freshness"]).astype(np.uint32)
        self.uppers, upper = np.unique(p.upper_pay, return_inverse=True)
        for panel in self.panels:
            rows = panel.rows
            panel.fixed, panel.row = fixed[rows], rows.astype(np.uint64)
            panel.place, panel.mask = self.place[rows], np.where(p.week[rows] >= 0, p.week[rows], len(p.masks))
            panel.upper = upper[rows]
            panel.kind_workplace = p.kind[rows] * len(WORKPLACES) + p.workplace[rows]

    def make_covers(self):
        """Columns (skill, level) of the cover matrix, and for each skill held the columns it is close to."""
        market, policy = self.market, self.policy
        self.wanted = sorted({o for o in market.residents.wanted_occupations.val.tolist() if self.asked_by_occupation[o]})
        columns = {(s, level) for panel in self.panels for scored in panel.scored for s, level, _, _ in scored}
        training = [i for panel in self.panels if panel.training for i in panel.rows.tolist()]
        granted = {s for i in training for s, _ in market.postings.grants.row_pairs(i)}
        gainable = {(s, level) for o in self.wanted for s, level, share in self.asked_by_occupation[o] if share} if granted else ()
        reached = set(closeness_of_skills(market.skills, granted, {s for s, _ in gainable}, policy.skill)[1].tolist())
        keys = sorted(columns | {key for key in gainable if key[0] in reached})
        self.column_of = {key: i for i, key in enumerate(keys)}
        self.neutral_column, self.columns = len(keys), len(keys) + 1
        held = set(market.residents.skills.val.tolist()) | granted
        self.by_skill = csr(len(market.skills), [(s, i, level) for i, (s, level) in enumerate(keys)])
        self.near_skills = closeness_of_skills(market.skills, held, {s for s, _ in keys}, policy.skill)
        skills = market.residents.skills
        self.skill_held, self.skill_hold = distinct(skills.val * LEVELS + skills.more[0])
        self.cover_off, self.cover_column, self.cover_value = self.cover_lists(*np.divmod(self.skill_held, LEVELS))
        for panel in self.panels:
            panel.requirements = []
            for j in range(0 if panel.training else max(1, panel.slots)):
                # no requirement: one share of 128 of the column that is always 128 makes the neutral 16,384
                pick = [(self.column_of[x[j][:2]], x[j][3]) if len(x) > j else (self.neutral_column, 0 if j else 128) for x in panel.scored]
                panel.requirements.append((np.array([c for c, _ in pick], np.int64), np.array([s for _, s in pick], np.uint16)))

    def cover_lists(self, skill, level):
        """For (skill, level) pairs held, the columns covered, floor(close x level fit / 255) > 0: CSR of (column, cover)."""
        off, to, value = self.near_skills
        fit = np.array([[self.policy.fit(held, asked) for asked in range(LEVELS)] for held in range(LEVELS)])
        sizes, columns, values = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)], [np.zeros(0, np.uint8)]
        for s, held in zip(skill.tolist(), level.tolist()):
            there = slice(off[s], off[s + 1])
            many = self.by_skill[0][to[there] + 1] - self.by_skill[0][to[there]]
            at = spread(self.by_skill[0][to[there]], many)
            cover = np.repeat(value[there], many) * fit[held][self.by_skill[2][at]] // 255
            sizes.append([np.count_nonzero(cover)])
            columns.append(self.by_skill[1][at][cover > 0].astype(np.int32))
            values.append(cover[cover > 0].astype(np.uint8))
        return np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int64), np.concatenate(columns), np.concatenate(values)

    def make_gains(self):
        """For each training slot and wanted occupation that it helps: CSR of (column, cover by what is granted, share)."""
        p = self.market.postings
        column, pairs = [], []
        for number, o in enumerate(self.wanted):
            for s, level, share in self.asked_by_occupation[o]:
                if share and (s, level) in self.column_of:
                    pairs.append((self.column_of[s, level], number, share))
        asked_off, asked_by, asked_share = csr(self.columns, pairs)
        sizes, parts, keys = [], [], []
        count = max(1, len(self.wanted))
        for panel in self.panels:
            if panel.training:
                for t, i in enumerate(panel.rows.tolist()):
                    _, at, value = self.cover_lists(*np.array(p.grants.row_pairs(i), np.int64).reshape(-1, 2).T)
                    cover = np.zeros(self.columns, np.uint8)
                    np.maximum.at(cover, at, value)
                    column = np.flatnonzero(cover)
                    many = asked_off[column + 1] - asked_off[column]
                    at = spread(asked_off[column], many)
                    column = np.repeat(column, many)
                    order = np.argsort(asked_by[at], kind="stable")
                    which, size = np.unique(asked_by[at], return_counts=True)
                    keys.append(t * (count + 1) + which)
                    sizes.append(size)
                    parts.append((column[order], cover[column[order]], asked_share[at][order]))
                self.gain_list = np.full(len(panel.rows) * (count + 1), -1, np.int32)
                keys = np.concatenate(keys).astype(np.int64)
                self.gain_list[keys] = np.arange(len(keys))
                self.gain_off = np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int64)
                self.gain_column, cover, share = (np.concatenate(c) for c in zip(*parts))
                self.gain_cover, self.gain_share = cover.astype(np.uint8), share.astype(np.uint16)
        self.no_occupation = count  # the last column of gain_list: a wanted occupation that is not there

    def make_occupations(self):
        """257 x closeness of wanted and of held occupations to those of postings; a last row of zeros, a last column neutral."""
        p, r = self.market.postings, self.market.residents
        near = np.unique(p.occupation[self.alive][p.occupation[self.alive] >= 0])
        used = np.union1d(r.wanted_occupations.val, r.held_occupations.val).astype(np.int64)
        close = closeness_of_occupations(self.market.occupations, used.tolist(), near.tolist(), self.policy.occupation)
        self.near_wanted = np.zeros((len(used) + 1, len(near) + 1), np.uint16)
        self.near_held = self.near_wanted.copy()
        self.near_wanted[:-1, :-1] = close.astype(np.uint16) * 257
        self.near_held[:-1, :-1] = (close.astype(np.uint32) * self.policy.held_occupation // 255) * 257
        for panel in self.panels:
            occupation = p.occupation[panel.rows]
            panel.occupation = np.where(occupation >= 0, np.searchsorted(near, occupation), len(near))

        def padded(lists, number, none):
            size = np.diff(lists.off)
            out = np.full((len(size), max(1, size.max(initial=0))), none, np.int64)
            out[np.repeat(np.arange(len(size)), size), spread(np.zeros(len(size), np.int64), size)] = number
            return out

        self.wanted_slots = padded(r.wanted_occupations, np.searchsorted(used, r.wanted_occupations.val), len(used))
        self.held_slots = padded(r.held_occupations, np.searchsorted(used, r.held_occupations.val), len(used))
        number = np.full(len(self.market.occupations) + 1, self.no_occupation, np.int64)
        number[self.wanted] = np.arange(len(self.wanted))
        self.gain_slots = padded(r.wanted_occupations, number[r.wanted_occupations.val], self.no_occupation)
        self.no_occupations = ~(r.wanted_occupations.stated | r.held_occupations.stated)

    def make_residents(self):
        """Encodings of residents' own columns; what is missing becomes the value that passes or fails as the policy says."""
        r, admit = self.market.residents, self.policy.admit

        def wants(lists, words, on):
            out = np.zeros((len(words), len(lists.stated)), bool)
            out[lists.val, np.repeat(np.arange(len(lists.stated)), np.diff(lists.off))] = True
            out[:, np.diff(lists.off) == 0] = True
            return out if on else np.ones_like(out)

        kinds = wants(r.wanted_kinds, KINDS, self.policy.on["kind"])
        workplaces = wants(r.wanted_workplaces, WORKPLACES, self.policy.on["workplace"])
        modes, grids = self.market.minutes.shape[:2]
        self.cell_row = np.where((r.home >= 0) & (r.mode >= 0), r.mode * grids + r.home, modes * grids)
        self.limit_stated = r.travel_limit >= 0
        self.limit = np.where(self.limit_stated, np.minimum(r.travel_limit, 253), 253).astype(np.uint8)
        self.skills_stated = r.skills.stated
        self.classes = {
            "kind_workplace": distinct(np.packbits(np.concatenate([kinds, workplaces]), axis=0, bitorder="little")[0]),
            "week": distinct(r.week),
            "pay": distinct(r.pay_floor),
            "start": distinct(np.where(r.available_from == -1, -1 if admit["start"] else BIG, r.available_from)),
            "fee": distinct(np.where(r.budget == -1, BIG if admit["fee"] else -1, r.budget)),
            "daily_units": distinct(np.where(r.daily_units == -1, BIG if admit["daily_units"] else -1, r.daily_units)),
            "age": distinct((r.of_legal_age == 1) | ((r.of_legal_age == -1) & admit["age"])),
        }
        def table(lists, words):
            out = np.zeros((len(lists.stated), len(words)), np.int8)
            out[np.repeat(np.arange(len(lists.stated)), np.diff(lists.off)), lists.val] = lists.more[0]
            return out

        self.likes_kind_workplace = (table(r.liked_kinds, KINDS)[:, :, None] + table(r.liked_workplaces, WORKPLACES)[:, None, :])
        self.likes_kind_workplace = self.likes_kind_workplace.reshape(len(r.home), len(KINDS) * len(WORKPLACES))

    def make_blocks(self):
        """By resident, the positions of postings and the employers that block or are blocked; by employer, positions."""
        m, r, p = self.market, self.market.residents, self.market.postings

        def both(mine, theirs, size):
            pairs = set(zip(np.repeat(np.arange(size), np.diff(mine.off)).tolist(), mine.val.tolist()))
            others = np.repeat(np.arange(len(theirs.stated)), np.diff(theirs.off)).tolist()
            return sorted(pairs | set(zip(theirs.val.tolist(), others)))

        residents = len(r.home)
        postings = [(a, int(self.position[b])) for a, b in both(r.blocked_postings, p.blocked_residents, residents)]
        self.blocked_off, self.blocked_position, *_ = csr(residents, [x for x in postings if x[1] >= 0])
        self.blocked_employer_off, self.blocked_employer, *_ = csr(residents, both(r.blocked_employers, m.employer_blocks, residents))
        self.employer_off, self.employer_position, *_ = csr(
            m.employers, [(int(p.employer[i]), int(self.position[i])) for i in self.alive.tolist()])

    def make_vectors(self, vectors):
        """int8 entries as float32, for products that are exact there: 64 x 127 x 127 < 2^24. Not given: zeros, whose product has the neutral value.
        Columns stand in the order in which postings are scored."""
        self.resident_vectors = None
        if vectors is None or not self.policy.weights["embedding"]:
            neutral = np.uint32(32768 * self.policy.weights["embedding"])
            for panel in self.panels:
                panel.fixed = panel.fixed + neutral
            return
        residents, postings = (np.nan_to_num(np.clip(np.rint(v.astype(np.float64) * 127), -127, 127)).astype(np.float32) for v in vectors)
        self.resident_vectors, self.posting_vectors = residents, np.zeros((postings.shape[1], self.width), np.float32)
        order = np.array(self.order, np.int64)
        self.posting_vectors[:, order >= 0] = postings[self.alive[order[order >= 0]]].T
