"""Holds the floors of docs/ARCHITECTURE.md, and where each third-party header belongs, against the real includes.

    python tests/house/check_house.py [ROOT]

Prints every fault as "file:line: what is wrong"; the exit status says whether there was one. check_house_test.py plants a fault of every kind.
"""
import posixpath
import re
import sys
from pathlib import Path
from typing import NamedTuple

# A module includes itself and the modules of lower floors, nothing else: siblings never meet.
FLOORS = [
    ['core'],
    ['units', 'text', 'assignment'],
    ['market'],
    ['io', 'sample', 'eligibility', 'score', 'referral'],
    ['rank'],
    ['training', 'dispatch', 'orders', 'learn', 'audit'],
]
FLOOR_OF = {module: number for number, floor in enumerate(FLOORS, 1) for module in floor}

# include/aril/interop: what a file there may include beside itself.
INTEROP = {'eigen.hpp': {'core', 'score'}, 'boost_graph.hpp': {'core', 'referral'}}

# Third-party headers, by how their path begins, and the folders or files that may include them.
THIRD_PARTY = {
    'tbb/': ['src/core'],
    'oneapi/': ['src/core'],
    'hwy/': ['src/core', 'src/score', 'src/referral'],
    'immintrin.h': ['src/score', 'bench/machine.cpp'],  # AVX-512's int8 sums of products, for which Highway has no name in Debian's version
    'sys/mman.h': ['src/referral/zeroed_array.hpp'],  # asks for huge pages, on Linux only
    'nlohmann/': ['src/text'],
    'Eigen/': ['include/aril/interop/eigen.hpp', 'src/referral', 'tests'],
    'boost/': ['include/aril/interop/boost_graph.hpp', 'src/market', 'src/referral', 'tests'],
    'pybind11/': ['bindings/python'],
    'Python.h': ['bindings/python'],
    'pthread.h': ['bindings/python'],
    'gtest/': ['tests'],
    'gmock/': ['tests'],
    'benchmark/': ['bench'],
}

# Blindness: nothing that these modules include, directly or through others, is the table of protected attributes.
PROTECTED = 'include/aril/market/protected_attributes.hpp'
BLIND = ['eligibility', 'score', 'rank', 'referral']

# What include/ and src/ never say, and why.
NEVER_IN_THE_LIBRARY = {
    r'^\s*#\s*include\s*<(iostream|print|syncstream)>': 'the library never prints',
    r'_clock::now\b|\bstd::time\(|\bclock_gettime\b': 'nobody reads a clock: the date is given',
    r'\brandom_device\b|\bs?rand\(': 'no hidden randomness: a seed is an option',
}
NEVER_IN_THE_BUILD = {
    r'-march=|-mtune=|-ffast-math|-Ofast': 'the same bytes on every machine',
}

CODE = {'.hpp', '.cpp'}
CODE_FOLDERS = ['include', 'src', 'bindings', 'examples', 'bench', 'tests']
INCLUDE = re.compile(r'^\s*#\s*include\b\s*(.*)$')
COMMENT = re.compile(r'//.*|^\s*#(?!\s*include).*')
NAMED = re.compile(r'^(<([^>]+)>|"([^"]+)")')


class Fault(NamedTuple):
    path: str
    line: int
    text: str

    def __str__(self):
        return f'{self.path}:{self.line}: {self.text}'


class House:
    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = {}
        for folder in CODE_FOLDERS:
            for path in sorted((self.root / folder).rglob('*')):
                if path.suffix in CODE or path.name == 'CMakeLists.txt':
                    self.read(path)
        pages = [*self.root.glob('*.md'), *self.root.glob('docs/*.md'), *self.root.glob('bench/*.md')]
        for path in [*self.root.glob('cmake/*'), *self.root.glob('CMake*'), self.root / 'pyproject.toml', *sorted(pages)]:
            if path.is_file():
                self.read(path)

    def read(self, path):
        self.files[path.relative_to(self.root).as_posix()] = path.read_text(encoding='utf-8').splitlines()

    def includes(self, path):
        """(line number, name, quoted) of every include of a file; the name is None where a macro stands for it."""
        for number, line in enumerate(self.files[path], 1):
            if found := INCLUDE.match(line):
                name = NAMED.match(found[1])
                yield number, name and (name[2] or name[3]), bool(name and name[3])

    def file_of(self, path, name, quoted):
        """The file of ours that an include names, else None."""
        candidates = [f'include/{name}']
        if quoted:
            candidates.append(posixpath.normpath(posixpath.join(posixpath.dirname(path), name)))
        if quoted and path.startswith('tests/'):
            candidates.append(f'tests/{name}')
        return next((candidate for candidate in candidates if candidate in self.files), None)

    def faults(self):
        return [fault for path in self.files for fault in [*faults_of_merging(path, self.files[path]), *self.faults_of(path)]]

    def faults_of(self, path):
        if Path(path).suffix == '.md':
            return []
        if Path(path).suffix not in CODE:
            return faults_of_words(path, self.files[path], NEVER_IN_THE_BUILD)
        found = [Fault(path, number, text) for number, name, quoted in self.includes(path)
                 for text in self.faults_of_include(path, name, quoted)]
        if module_of(path) in BLIND:
            found += self.faults_of_sight(path)
        if path.startswith(('include/', 'src/')):
            found += self.faults_of_place(path)
            found += faults_of_words(path, self.files[path], NEVER_IN_THE_LIBRARY)
        return found

    def faults_of_place(self, path):
        module = module_of(path)
        if path == 'include/aril/aril.hpp' or module in FLOOR_OF or module == 'interop' and Path(path).name in INTEROP:
            return []
        return [Fault(path, 1, 'belongs to no module of the floors')]

    def faults_of_include(self, path, name, quoted):
        if name is None:
            return ['a macro hides what is included']
        target = self.file_of(path, name, quoted)
        if target is None and name.startswith('aril/'):
            target = f'include/{name}'  # not there yet, or generated: judged by its name
        if target is not None:
            return faults_of_floor(path, target)
        if '/' not in name and '.' not in name and not quoted:
            return []  # the standard library
        return faults_of_third_party(path, name)

    def faults_of_sight(self, path):
        """A chain of includes from a blind module's file to the protected table."""
        chains = [(path, None, [path])]
        seen = {path}
        for at, first_line, chain in chains:
            for number, name, quoted in self.includes(at):
                target = name and self.file_of(at, name, quoted)
                if target == PROTECTED:
                    return [Fault(path, first_line or number, 'sees the protected attributes: ' + ' > '.join([*chain, target]))]
                if target and target not in seen:
                    seen.add(target)
                    chains.append((target, first_line or number, [*chain, target]))
        return []


def module_of(path):
    """'rank' for include/aril/rank/... and src/rank/...; '' outside of the library, and for the umbrella aril.hpp."""
    found = re.match(r'(?:include/aril|src)/([^/]+)/', path)
    return found[1] if found else ''


def faults_of_floor(path, target):
    if not path.startswith(('include/', 'src/')) or path == 'include/aril/aril.hpp':
        return []  # bindings, examples, bench, tests and the umbrella stand above all floors
    own, other = module_of(path), module_of(target)
    if path.startswith('include/') and not target.startswith('include/'):
        return [f'a public header includes {target}, which is not installed']
    if own == other:
        return []
    if own == 'interop':
        return [] if other in INTEROP.get(Path(path).name, ()) else [f'interop/{Path(path).name} includes {target}']
    if other not in FLOOR_OF:
        return [f'includes {target}, which stands above all floors']
    if own in FLOOR_OF and FLOOR_OF[other] >= FLOOR_OF[own]:
        relation = 'its sibling' if FLOOR_OF[other] == FLOOR_OF[own] else 'a higher floor'
        return [f'{own} (floor {FLOOR_OF[own]}) includes {other} (floor {FLOOR_OF[other]}), {relation}']
    return []


def faults_of_third_party(path, name):
    for beginning, places in THIRD_PARTY.items():
        if name.startswith(beginning):
            allowed = any(path == place or path.startswith(place + '/') for place in places)
            return [] if allowed else [f'includes <{name}>, which belongs in {", ".join(places)} only']
    return [f'includes <{name}>, which has no place in the table of third-party headers']


def faults_of_merging(path, lines):
    return [Fault(path, number, 'what a merge left undecided') for number, line in enumerate(lines, 1) if re.match('(<{7}|>{7}) ', line)]


def faults_of_words(path, lines, table):
    found = [(number, re.search(words, COMMENT.sub('', line)), why)
             for number, line in enumerate(lines, 1) for words, why in table.items() if re.search(words, line)]
    return [Fault(path, number, f'"{said[0].strip()}": {why}') for number, said, why in found if said]


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]
    house = House(root)
    faults = house.faults()
    for fault in faults:
        print(fault)
    print(f'{len(house.files)} files, {len(faults)} faults')
    return 1 if faults or not house.files else 0


if __name__ == '__main__':
    sys.exit(main())
