"""Plants one fault of every kind in a copy of the tree and expects check_house to see it, where it is and nothing else."""
import shutil
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
    ('a system header', 'src/text/planted.cpp', '#include <sys/mman.h>', 'no place in the table'),
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
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.addCleanup(self.folder.cleanup)
        for name in [*CODE_FOLDERS, 'cmake']:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, self.root / name, ignore=shutil.ignore_patterns('__pycache__'))
        for path, text in TARGETS.items():
            self.write(path, text)
        self.before = set(House(self.root).faults())

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text + '\n', encoding='utf-8')

    def test_the_files_that_plants_refer_to_are_no_fault(self):
        self.assertFalse([fault for fault in self.before if 'planted' in str(fault)])

    def test_every_plant_turns_it_red(self):
        for what, path, text, expected in PLANTS:
            with self.subTest(what):
                kept = (self.root / path).read_text(encoding='utf-8') if (self.root / path).exists() else None
                self.write(path, text)
                new = [fault for fault in House(self.root).faults() if fault.path == path and fault not in self.before]
                self.assertEqual(1, len(new), new)
                self.assertIn(expected, new[0].text)
                (self.root / path).unlink() if kept is None else self.write(path, kept.rstrip('\n'))

    def test_comments_are_no_fault(self):
        self.write('src/core/planted.cpp', '// #include "aril/market/market.hpp"\n// std::random_device is never used')
        self.assertFalse([fault for fault in House(self.root).faults() if fault.path == 'src/core/planted.cpp'])


if __name__ == '__main__':
    unittest.main()
