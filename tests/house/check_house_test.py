"""Plants one fault of every kind in a copy of the tree and expects check_house to see it, where it is and nothing else."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from check_house import BLIND, CODE_FOLDERS, House

ROOT = Path(__file__).parents[2]

# (what is planted, file, text, a part of the expected message)
PLANTS = [
    ('a higher floor', 'include/aril/core/planted.hpp', '#include "aril/market/market.hpp"', 'a higher floor'),
    ('a higher floor, in angle brackets', 'src/units/planted.cpp', '#include <aril/rank/policy.hpp>', 'a higher floor'),
    ('a higher floor, by a relative path', 'src/core/planted.cpp', '#include "../market/planted_target.hpp"', 'a higher floor'),
    ('a higher floor, oddly spaced', 'src/core/planted.cpp', '  #  include"aril/market/market.hpp"', 'a higher floor'),
    ('a sibling on floor 2', 'include/aril/text/planted.hpp', '#include "aril/units/date.hpp"', 'its sibling'),
    ('a sibling on floor 4', 'src/score/planted.cpp', '#include "aril/eligibility/rule.hpp"', 'its sibling'),
    ('a sibling on floor 6', 'src/dispatch/planted.cpp', '#include "aril/audit/exposure.hpp"', 'its sibling'),
    ('the umbrella in a module', 'src/io/planted.cpp', '#include "aril/aril.hpp"', 'above all floors'),
    ('interop in a module', 'src/score/planted.cpp', '#include "aril/interop/eigen.hpp"', 'above all floors'),
    ('the tests in a module', 'src/rank/planted.cpp', '#include "../../tests/planted_target.hpp"', 'above all floors'),
    ('too much in interop', 'include/aril/interop/eigen.hpp', '#include "aril/market/market.hpp"', 'interop/eigen.hpp includes'),
    ("interop for another library's header", 'include/aril/interop/eigen.hpp', '#include <boost/graph/graph_traits.hpp>', 'belongs in'),
    ('an interop file that nobody declared', 'include/aril/interop/planted.hpp', '', 'no module of the floors'),
    ('a drawer', 'src/utils/planted.cpp', '', 'no module of the floors'),
    ('a private header in a public one', 'include/aril/market/planted.hpp', '#include "../../../src/market/planted_target.hpp"', 'not installed'),
    ('third-party in a public header', 'include/aril/rank/planted.hpp', '#include <Eigen/Core>', 'belongs in'),
    ('oneTBB outside of core', 'src/rank/planted.cpp', '#include <tbb/parallel_for.h>', 'belongs in src/core'),
    ('oneTBB, in quotes', 'src/rank/planted.cpp', '#include "oneapi/tbb/task_arena.h"', 'belongs in src/core'),
    ('JSON outside of text and rank', 'src/market/planted.cpp', '#include <nlohmann/json.hpp>', 'belongs in src/text only'),
    ('Boost in score', 'src/score/planted.cpp', '#include <boost/graph/adjacency_list.hpp>', 'belongs in'),
    ('a library that nobody chose', 'include/aril/core/planted.hpp', '#include <fmt/format.h>', 'has no place in the table'),
    ('pybind11 in the library', 'src/rank/planted.cpp', '#include <pybind11/numpy.h>', 'belongs in bindings/python'),
    ('GoogleTest in the library', 'src/core/planted.cpp', '#include <gtest/gtest.h>', 'belongs in tests'),
    ('Google Benchmark in the examples', 'examples/planted.cpp', '#include <benchmark/benchmark.h>', 'belongs in bench'),
    ('a library of no table', 'src/io/planted.cpp', '#include <zlib.h>', 'no place in the table'),
    ('a system header', 'src/text/planted.cpp', '#include <sys/resource.h>', 'no place in the table'),
    ('a hidden include', 'src/core/planted.cpp', '#include PLANTED', 'a macro hides'),
    ('printing', 'src/market/planted.cpp', '#include <iostream>', 'never prints'),
    ('a clock', 'src/rank/planted.cpp', 'const auto now = std::chrono::system_clock::now();', 'nobody reads a clock'),
    ('hidden randomness', 'src/sample/planted.cpp', 'std::mt19937 random{std::random_device{}()};', 'no hidden randomness'),
    ("one machine's instructions", 'cmake/planted.cmake', 'add_compile_options(-march=native)', 'the same bytes on every machine'),
    ('fast-math', 'bench/CMakeLists.txt', 'add_compile_options(-ffast-math)', 'the same bytes on every machine'),
] + [
    (f'the protected table in {module}', f'src/{module}/planted.cpp', '#include "aril/market/protected_attributes.hpp"',
     'sees the protected attributes') for module in BLIND
] + [
    (f'the protected table in {module}, through another header', f'src/{module}/planted.cpp', '#include "aril/market/planted_door.hpp"',
     'planted_door.hpp > include/aril/market/protected_attributes.hpp') for module in BLIND
]

# What the plants refer to; no fault by itself.
TARGETS = {
    'src/market/planted_target.hpp': '#pragma once',
    'tests/planted_target.hpp': '#pragma once',
    'include/aril/market/planted_door.hpp': '#include "aril/market/protected_attributes.hpp"',
}


class PlantedFaults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.root = Path(folder.name).resolve()
        for name in [*CODE_FOLDERS, 'cmake']:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, cls.root / name, ignore=shutil.ignore_patterns('__pycache__'))
        cls.house = House(cls.root)
        for path, text in TARGETS.items():
            cls.plant(path, text)

    @classmethod
    def plant(cls, path, text):
        (cls.root / path).parent.mkdir(parents=True, exist_ok=True)
        (cls.root / path).write_text(text + '\n', encoding='utf-8')
        cls.house.read(cls.root / path)

    def test_the_files_that_plants_refer_to_are_no_fault(self):
        self.assertEqual([], [fault for path in TARGETS for fault in self.house.faults_of(path)])

    def test_every_plant_turns_it_red(self):
        for what, path, text, expected in PLANTS:
            with self.subTest(what):
                self.plant(path, text)
                found = self.house.faults_of(path)
                self.assertEqual(1, len(found), found)
                self.assertIn(expected, found[0].text)

    def test_comments_are_no_fault(self):
        self.plant('src/core/planted.cpp', '// #include "aril/market/market.hpp"\n// std::random_device is never used')
        self.assertEqual([], self.house.faults_of('src/core/planted.cpp'))

    def test_what_a_merge_left_undecided_is_seen_in_code_and_pages(self):
        for path in ('src/core/planted.cpp', 'docs/planted.md'):
            with self.subTest(path):
                self.plant(path, '<' * 7 + ' HEAD\none\n=======\nother\n' + '>' * 7 + ' branch')
                self.assertEqual([1, 5], [fault.line for fault in self.house.faults() if fault.path == path])
                self.plant(path, '')

    def test_the_command_says_where_and_ends_with_one(self):
        self.plant('src/units/planted.cpp', '#include "aril/text/csv.hpp"')
        done = subprocess.run([sys.executable, ROOT / 'tests/house/check_house.py', self.root], capture_output=True, text=True, check=False)
        self.assertEqual(1, done.returncode, done.stderr)
        self.assertIn('src/units/planted.cpp:1: units (floor 2) includes text (floor 2), its sibling\n', done.stdout)


if __name__ == '__main__':
    unittest.main()
