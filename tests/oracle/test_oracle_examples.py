"""Cases worked out by hand from docs/definitions.md, two or three for every rule and term."""
import csv
from datetime import date

import pytest

from .inputs import Embedding, OwnRule, OwnTerm, Sparse
from .market_reader import read_market
from .oracle import Oracle
from .policy import Policy, integer_weights, shares

AS_OF = date(2024, 3, 1)
# craft > sewing > hand > silk;  sewing > machine;  craft > dyeing;  silk is related to dyeing
SKILLS = [('craft', '', ''), ('sewing', 'craft', ''), ('hand', 'sewing', ''), ('silk', 'hand', 'dyeing'), ('machine', 'sewing', ''),
          ('dyeing', 'craft', '')]
# work > textile > tailor > cutter > helper;  textile > weaver;  work > smith;  smith is related to cutter
OCCUPATIONS = [('work', '', '', '', ''), ('textile', 'work', '', '', ''), ('tailor', 'textile', '', 'sewing', 'dyeing'),
               ('cutter', 'tailor', '', '', ''), ('helper', 'cutter', '', '', ''), ('weaver', 'textile', '', '', ''),
               ('smith', 'work', 'cutter', '', '')]
# Along the equator 0.01 degrees are 1,111.951 m. The bus has no speed, so its cells are only those given.
GRIDS = [('home', '0', '0'), ('near', '0', '0.01'), ('far', '0', '0.3'), ('nowhere', '', '')]


def write(folder, name, columns, rows):
    with open(folder / f'{name}.csv', 'w', newline='', encoding='utf-8') as file:
        csv.writer(file).writerows([columns, *rows])


def market(folder, residents, postings):
    write(folder, 'market', ['key', 'value'], [['currency', 'CNY']])
    write(folder, 'skills', ['id', 'broader', 'related'], SKILLS)
    write(folder, 'occupations', ['id', 'broader', 'related', 'essential', 'optional'], OCCUPATIONS)
    write(folder, 'grids', ['id', 'latitude', 'longitude'], GRIDS)
    write(folder, 'modes', ['id', 'metres_per_minute'], [('walk', '100'), ('bus', '')])
    write(folder, 'travel', ['mode', 'from', 'to', 'minutes'], [('bus', 'home', 'near', '30'), ('bus', 'home', 'nowhere', '255')])
    write(folder, 'employers', ['id', 'parent', 'blocked_residents'], [('mill', '', ''), ('shop', 'mill', 'rb'), ('top', '', '')])
    for name, rows in (('residents', residents), ('postings', postings)):
        columns = sorted(set().union(*rows))
        write(folder, name, columns, [[row.get(column, '') for column in columns] for row in rows])
    return read_market(folder)


@pytest.fixture
def pair(tmp_path):
    """An oracle over one resident and one posting."""
    def build(resident, posting, policy=None, inputs=()):
        rows = [{'id': 'r'} | resident], [{'id': 'p', 'kind': 'job', 'employer': 'mill'} | posting]
        return Oracle(market(tmp_path, *rows), Policy(policy), AS_OF, inputs)
    return build


def cells(text):
    """'a=1; b=2' as a dict; a word alone is the posting's kind."""
    return dict(part.split('=', 1) if '=' in part else ('kind', part) for part in text.split('; ') if part)


RULES = [  # rule, resident, posting, answer, fix
    ('open', '', 'opens=2024-03-01; closes=2024-03-01', 'pass', None),
    ('open', '', 'opens=2024-03-03', 'fail', [('days', 2, '')]),
    ('open', '', 'closes=2024-02-28', 'fail', [('days', 2, '')]),  # over a leap day
    ('seats', '', 'seats=', 'pass', None),
    ('seats', '', 'seats=0', 'fail', [('seats', 1, '')]),
    ('kind', 'wanted_kinds=-', 'internship', 'pass', None),
    ('kind', 'wanted_kinds=job|training_slot', 'internship', 'fail', [('kind', 0, 'internship')]),
    ('workplace', 'wanted_workplaces=on_site', '', 'pass', None),
    ('workplace', 'wanted_workplaces=remote', '', 'fail', [('workplace', 0, 'on_site')]),
    ('must_skill', 'skills=silk:3', 'must_skills=sewing:3', 'pass', None),  # two steps narrower
    ('must_skill', 'skills=silk:8', 'must_skills=craft', 'fail', [('skill', 0, 'craft')]),  # three steps
    ('must_skill', 'skills=hand|machine:2', 'must_skills=sewing:5', 'unknown', None),
    ('must_skill', 'skills=hand:4|machine:2', 'must_skills=sewing:5|dyeing:2', 'fail', [('levels', 1, 'sewing'), ('skill', 2, 'dyeing')]),
    ('must_skill', '', 'must_skills=sewing', 'unknown', None),
    ('must_skill', '', 'nice_skills=sewing', 'pass', None),
    ('must_skill', 'skills=sewing:4', 'must_skills=sewing:2:9|sewing:4; nice_skills=sewing:8', 'pass', None),  # one requirement: must, 4
    ('credential', 'credentials=a|b', 'credentials=b', 'pass', None),
    ('credential', 'credentials=-', 'credentials=b|a', 'fail', [('credential', 0, 'a'), ('credential', 0, 'b')]),
    ('credential', '', 'credentials=b', 'unknown', None),
    ('language', 'languages=zh:B2', 'languages=zh:4', 'pass', None),
    ('language', 'languages=zh:A2|en', 'languages=zh:B2|en:A1|fr:C1', 'fail', [('language', 5, 'fr'), ('levels', 2, 'zh')]),
    ('language', 'languages=zh', 'languages=zh:A1', 'unknown', None),
    ('week', 'week=mon 8-12', 'week=mon 10-14; hours_asked=2', 'pass', None),
    ('week', 'week=mon 8-12', 'week=mon 10-14', 'fail', [('hours', 2, '')]),
    ('week', '', 'week=mon 10-14', 'unknown', None),
    ('week', '', 'hours_asked=0', 'pass', None),
    ('week', 'week=mon 8-12', '', 'unknown', None),
    ('week', '', 'week=-', 'pass', None),
    ('travel', 'home=home; mode=walk; travel_limit=12', 'grid=near', 'pass', None),  # 1,111,951 mm / 100,000 is 11.1: 12 minutes
    ('travel', 'home=home; mode=walk; travel_limit=11', 'grid=near', 'fail', [('minutes', 1, '')]),
    ('travel', 'home=home; mode=bus; travel_limit=12', 'grid=near', 'fail', [('minutes', 18, '')]),
    ('travel', 'home=home; mode=walk', 'grid=far', 'fail', []),  # 33.4 km, 334 minutes: out of reach
    ('travel', 'home=home; mode=walk', 'grid=near', 'unknown', None),  # no limit
    ('travel', 'home=home; mode=walk; travel_limit=1440', 'grid=nowhere', 'unknown', None),
    ('travel', '', 'workplace=remote; grid=near', 'pass', None),
    ('travel', 'home=home; mode=walk; travel_limit=0', 'piecework_lot; workplace=at_home; pickup_grid=home', 'pass', None),
    ('travel', 'home=home; mode=bus; travel_limit=5', 'piecework_lot; workplace=at_home; pickup_grid=nowhere', 'fail', []),
    ('travel', 'home=home; mode=walk', 'workplace=at_home; pickup_grid=far', 'pass', None),  # only a lot is picked up
    ('pay', 'pay_floor=3219', 'pay_lower=18.50; pay_period=hour', 'pass', None),  # 18.50 x 174 = 3,219
    ('pay', 'pay_floor=3333.34', 'pay_upper=40000; pay_period=year', 'fail', [('money', 1, '')]),
    ('pay', 'pay_floor=3250.04', 'pay_upper=750.01; pay_period=week', 'pass', None),  # 3,250.0433
    ('pay', 'pay_floor=0', '', 'pass', None),
    ('pay', 'pay_floor=1', 'pay_upper=9; currency=USD', 'unknown', None),
    ('pay', '', 'pay_upper=9', 'unknown', None),
    ('pay', 'pay_floor=9', 'training_slot; pay_upper=1', 'pass', None),
    ('need', 'needs=a|b', 'offers=a|b:yes', 'pass', None),
    ('need', 'needs=a|b', 'offers=a', 'unknown', None),
    ('need', 'needs=a|b', 'offers=a:no', 'fail', [('need', 0, 'a')]),
    ('age', '', 'legal_age=no', 'pass', None),
    ('age', '', 'legal_age=yes', 'unknown', None),
    ('age', 'of_legal_age=no', 'legal_age=yes', 'fail', []),
    ('start', 'available_from=2024-03-02', 'latest_start=2024-03-02', 'pass', None),
    ('start', 'available_from=2024-03-02', 'training_slot; starts=2024-02-29; latest_start=2024-04-01', 'fail', [('days', 2, '')]),
    ('start', 'available_from=2024-03-02', '', 'unknown', None),
    ('blocked', 'blocked_postings=p', '', 'fail', []),
    ('blocked', 'blocked_employers=shop', 'employer=shop', 'fail', []),
    ('blocked', 'blocked_employers=mill', 'employer=shop', 'pass', None),  # not what lies under it
    ('blocked', 'id=rb', 'employer=shop', 'fail', []),
    ('blocked', '', 'blocked_residents=r', 'fail', []),
    ('prerequisite', '', 'training_slot; prerequisite_skills=hand', 'unknown', None),
    ('prerequisite', 'skills=-', 'training_slot; prerequisite_skills=hand:2; prerequisite_credentials=a', 'fail', [('skill', 2, 'hand')]),
    ('prerequisite', 'skills=-', 'prerequisite_skills=hand', 'pass', None),
    ('fee', 'budget=500', 'training_slot; fee=500', 'pass', None),
    ('fee', 'budget=500', 'training_slot; fee=500.5', 'fail', [('money', 50, '')]),
    ('fee', 'budget=500', 'training_slot', 'unknown', None),
    ('fee', '', 'training_slot; fee=0', 'pass', None),
    ('daily_units', 'daily_units=9', 'piecework_lot; least_daily_units=10', 'fail', [('units', 1, '')]),
    ('daily_units', '', 'piecework_lot; least_daily_units=0', 'pass', None),
    ('daily_units', '', 'piecework_lot; least_daily_units=10', 'unknown', None)]


@pytest.mark.parametrize('rule, resident, posting, answer, fix', RULES)
def test_rule(pair, rule, resident, posting, answer, fix):
    oracle = pair(cells(resident), cells(posting))
    assert oracle.answers(0, 0)[rule] == answer
    assert oracle.nearest_fix(0, 0).get(rule) == fix


TERMS = [  # term, resident, posting, value, is neutral
    # Counts 1 (dyeing) and 2 (machine) of 257: 85 2/3 and 171 1/3, so 86 and 171. One level missing: 190.
    ('skills', 'skills=machine:3', 'must_skills=machine:4; nice_skills=dyeing', 171 * 190, False),
    ('skills', 'skills=silk:1', 'nice_skills=sewing:1', 257 * 225, False),
    ('skills', 'skills=silk:1', 'nice_skills=silk:4', 257 * 60, False),
    ('skills', 'skills=silk:1', 'nice_skills=silk:5', 0, False),
    ('skills', 'skills=silk', 'nice_skills=silk:5', 257 * 190, False),  # no level stated: one missing
    ('skills', 'skills=silk:1', 'nice_skills=sewing:1:0', 16384, True),
    ('skills', 'skills=-', 'nice_skills=sewing', 0, False),
    ('skills', '', 'nice_skills=sewing', 16384, True),
    # The tailor asks sewing (essential, 171 1/3) and dyeing (optional, 85 2/3): 171 and 86.
    ('skills', 'skills=-; wanted_occupations=tailor|smith', 'training_slot; grants=hand', 171 * 240, False),
    ('skills', 'skills=machine; wanted_occupations=tailor', 'training_slot; grants=hand', 0, False),
    ('skills', 'skills=machine; wanted_occupations=tailor', 'training_slot; grants=silk', 86 * 130, False),
    ('skills', 'skills=machine; wanted_occupations=smith', 'training_slot; grants=silk', 0, True),
    ('occupation', 'wanted_occupations=weaver', 'occupation=tailor', 257 * 180, False),
    ('occupation', 'wanted_occupations=smith; held_occupations=tailor', 'occupation=tailor', 257 * 200, False),
    ('occupation', 'held_occupations=-', 'occupation=tailor', 0, False),
    ('occupation', '', 'occupation=tailor', 16384, True),
    ('commute', 'home=home; mode=walk', 'grid=home', 65535, False),
    ('commute', 'home=home; mode=bus', 'grid=near', 20642, False),  # 25 of 30 minutes count: 65,535 x 2^(-5/3) = 20,642.2
    ('commute', 'home=home; mode=bus', 'grid=nowhere', 0, False),
    ('commute', '', 'workplace=remote', 65535, False),
    ('commute', '', 'grid=near', 16384, True),
    ('week', 'week=mon 10-18', 'week=mon 9-12', 43690, False),
    ('week', 'week=-', 'week=-', 65535, False),
    ('week', '', 'week=-', 16384, True),
    ('pay', 'pay_floor=3000', 'pay_upper=150; pay_period=day', 5734, False),  # 150 x 21.75 = 3,262.50: 65,535 x 0.0875 = 5,734.3
    ('pay', 'pay_floor=3000', 'training_slot; pay_upper=2000', 0, False),
    ('pay', 'pay_floor=0', 'pay_upper=0', 65535, False),
    ('pay', 'pay_floor=0', '', 16384, True),
    ('freshness', '', 'posted=2024-03-02', 65535, False),
    ('freshness', '', 'posted=2024-02-16', 32768, False),  # 14 days: 32,767.5, half up
    ('freshness', '', '', 16384, True),
    ('preference', 'liked_employers=mill:2; liked_kinds=job:-1', '', 32767 + 8192, False),
    ('preference', 'liked_employers=mill:-2; liked_kinds=job:-2; liked_workplaces=on_site:-2', '', 0, False),
    ('preference', 'liked_kinds=-', '', 32767, False),
    ('preference', '', '', 32767, True)]


@pytest.mark.parametrize('term, resident, posting, value, is_neutral', TERMS)
def test_term(pair, term, resident, posting, value, is_neutral):
    oracle = pair(cells(resident), cells(posting))
    assert oracle.term_values(0, 0)[term] == (value, is_neutral)


@pytest.mark.parametrize('given, value, is_neutral', [
    (Sparse('x', 'posting', {(0, 0): 65535}), 65535, False),
    (Sparse('x', 'employer', {(0, 0): 1}), 16384, False),  # 49,151 / 65,535 rounds down to 0
    (Sparse('x', 'employer', {(0, 1): 1}), 16384, True),  # another employer
    (Embedding([[0.5, 1.5, 999]], [[1, 1, -1]], scale=1.0), 32768 + 2 * (0 + 2 - 127), False),  # halves to even; 999 is clipped to 127
    (Embedding([[1]], [[-3]], scale=1.0, m=1, s=1), 32768 - 2, False),  # -3 >> 1 is -2
    (Embedding([None], [[1]], scale=1.0), 32768, True),
    (OwnTerm('x', lambda r, p: 7, neutral=3), 7, False),
    (OwnTerm('x', lambda r, p: None, neutral=3), 3, True)])
def test_inputs(pair, given, value, is_neutral):
    assert pair({}, {}, inputs=[given]).term_values(0, 0)[given.name] == (value, is_neutral)


@pytest.mark.parametrize('have, asked, value', [
    ('silk', 'silk', 255), ('silk', 'hand', 240), ('silk', 'sewing', 225), ('silk', 'craft', 0), ('hand', 'silk', 150),
    ('sewing', 'silk', 90), ('hand', 'machine', 110), ('sewing', 'dyeing', 0), ('dyeing', 'silk', 130)])
def test_closeness_of_skills(pair, have, asked, value):
    assert pair({}, {}).closeness.of_skills(have, asked) == value  # sewing and dyeing are only under a root


@pytest.mark.parametrize('limit, value', [(1, 0), (2, 110)])
def test_sibling_limit(pair, limit, value):
    oracle = pair({}, {}, {'closeness': {'skill': {'sibling_limit': limit}}})
    assert oracle.closeness.of_skills('hand', 'machine') == value  # sewing has two


@pytest.mark.parametrize('a, b, value', [
    ('smith', 'smith', 255), ('smith', 'cutter', 150), ('tailor', 'weaver', 180), ('tailor', 'cutter', 180), ('cutter', 'weaver', 100),
    ('textile', 'cutter', 100), ('helper', 'weaver', 40), ('smith', 'tailor', 0), ('work', 'textile', 0)])
def test_closeness_of_occupations(pair, a, b, value):
    assert pair({}, {}).closeness.of_occupations(a, b) == pair({}, {}).closeness.of_occupations(b, a) == value


def test_shares():
    assert shares(257, [1, 1, 1]) == [86, 86, 85]
    assert integer_weights([{'term': 'a', 'weight': '0.1'}, {'term': 'b', 'weight': '0.2'}]) == {'a': 21845, 'b': 43690}
    # 30 of 100 is 19,660.5, 15 is 9,830.25, 10 is 6,553.5 and 5 is 3,276.75: three left go to freshness, skills, week.
    assert list(Policy().weights['resident'].values()) == [19661, 13107, 9830, 6554, 6553, 6553, 3277]
    assert list(Policy().weights['employer'].values()) == [36044, 6554, 13107, 6553, 0, 0, 3277]


def test_eligibility_asks_refuses_and_near_misses(pair):
    oracle = pair(cells('needs=a; pay_floor=9'), cells('pay_upper=8'))
    assert oracle.standing(0, 0) == (['pay'], [], ['need'])
    assert oracle.near_misses() == [[(0, 'pay')]]
    assert oracle.near_misses(deny={0: [0]}) == [[]]
    refusing = pair(cells('needs=a; pay_floor=9'), cells('pay_upper=8'), {'rules': {'need': {'unknown': 'refuse'}}})
    assert refusing.near_misses() == [[]]
    vetted = pair({}, {}, {'rules': {'pay': {'on': False}}}, [OwnRule('vetted', lambda r, p: 'unknown', 'ask')])
    assert vetted.rank(k=1) == [([(0, vetted.score(0, 0, 'resident'), ['vetted'])], 1)]


def test_lists(tmp_path):
    # All scores are equal but e's, which is fresh. Employers: a, b, e of mill; c, d of shop. Kinds: a, c of jobs, the others internships.
    postings = [{'id': id, 'kind': kind, 'employer': employer, 'posted': posted} for id, kind, employer, posted in (
        ('a', 'job', 'mill', ''), ('b', 'internship', 'mill', ''), ('c', 'job', 'shop', ''), ('d', 'internship', 'shop', ''),
        ('e', 'internship', 'mill', '2024-03-01'))]
    oracle = Oracle(market(tmp_path, [{'id': 'r'}], postings), Policy(), AS_OF)
    base = (65535 - 6553) * 16384 + 6553 * 32767
    fresh = base + 3277 * (65535 - 16384)

    def rows(**options):
        found, count = oracle.rank(**options)[0]
        return [row for row, _, _ in found], count
    assert [score for _, score, _ in oracle.rank(k=2)[0][0]] == [fresh, base]
    assert rows(k=9) == ([4, 0, 1, 2, 3], 5)
    assert rows(k=2, offset=1) == ([0, 1], 5)
    assert rows(k=9, min_score=base) == rows(k=9)
    assert rows(k=9, min_score=base + 1) == ([4], 5)
    assert rows(k=9, per_employer=1) == ([4, 2], 5)
    assert rows(k=9, per_employer=2, per_kind=1) == ([4, 0], 5)  # b is turned away by its kind, so mill's count stays at 2
    assert rows(k=9, kinds=['job']) == ([0, 2], 2)
    assert rows(k=9, allow={0: [1, 2, 4]}, deny={0: [4]}) == ([1, 2], 2)
    assert rows(k=9, allow={0: []}) == ([], 0)
    assert oracle.rank_residents(k=1, allow={0: [1]})[0] == ([], 0)
    a, b = fresh, oracle.score(0, 4, 'employer')
    assert oracle.reciprocal(k=1, combination='minimum')[0][0][0][:2] == (4, min(a, b))
    assert oracle.reciprocal(k=1, combination='harmonic')[0][0][0][:2] == (4, 2 * a * b // (a + b))


def test_reader(tmp_path):
    (tmp_path / 'residents.csv').write_bytes(
        b'\xef\xbb\xbfskills,id,credentials,week,languages\r\n'
        b'a\\|b:3|c\\:d|c\\:d:0,"say ""hi"", so",\\-,mon-tue 9-11|sun 23-24,en:|zh:B2\r\n')
    (resident,) = read_market(tmp_path).residents
    assert resident.id == 'say "hi", so'
    assert resident.skills == {('a|b', 3), ('c:d', 0)}
    assert resident.credentials == {'-'}
    assert resident.week == {9, 10, 33, 34, 167}
    assert resident.languages == {('en', 0), ('zh', 4)}
