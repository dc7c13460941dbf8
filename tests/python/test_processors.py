"""On which instructions the extension runs: the best that the machine has, and none that an older one lacks.

qemu-x86_64 plays a processor that this machine is not; where it is not installed these tests are skipped.
"""

import os
import pathlib
import platform
import shutil
import subprocess
import sys
import sysconfig

import pytest
from aril import _aril

QEMU = shutil.which("qemu-x86_64") if platform.machine() == "x86_64" else None
HERE = pathlib.Path(__file__).resolve().parent
NEEDS = {  # of /proc/cpuinfo
    "avx2": {"avx2", "fma", "bmi1", "bmi2"},
    "avx512": {"avx512f", "avx512vl", "avx512dq", "avx512bw", "avx512cd"},
    "avx512_vnni": {"avx512_vnni"},
}
SCRIPT = """
import sys
sys.path[:0] = sys.argv[1:]
import hashlib
import aril
from aril import _aril
from same_bytes import ranking_bytes
tables = {
    "grids": {"id": [f"g{i}" for i in range(4)], "latitude": [38.48, 38.49, 38.5, 38.52], "longitude": [106.2] * 4},
    "modes": {"id": ["walk"], "metres_per_minute": [75]},
    "skills": {"id": ["craft", "sewing", "ironing"], "broader": [None, ["craft"], ["craft"]]},
    "employers": {"id": ["mill", "shop"]},
    "residents": [{"id": f"r{i:03}", "home": f"g{i % 4}", "mode": "walk", "skills": [("sewing", i % 5 + 1)] if i % 3 else ["ironing"],
                   "pay_floor": 2000 + 37 * i, "week": "mon-fri 9-18" if i % 2 else None} for i in range(60)],
    "postings": [{"id": f"p{i:03}", "kind": "job", "employer": ["mill", "shop"][i % 2], "grid": f"g{i % 4}", "week": "mon-fri 8-17",
                  "must_skills": [("sewing", 2)] if i % 4 == 0 else None, "nice_skills": ["ironing"], "pay_upper": 2100 + 13 * i,
                  "pay_period": "month", "posted": f"2026-05-{i % 28 + 1:02}"} for i in range(120)],
}
ranker = aril.Ranker(aril.Market.from_tables(tables), "2026-06-03")
digest = hashlib.sha256(ranking_bytes(ranker, threads=1))
for path in ("listed", "bounded", "bounded_by_skills"):
    digest.update(ranker.rank(k=7, threads=1, path=path).scores.tobytes())
print(_aril.cpu_levels()[-1], digest.hexdigest())
"""


def ranked(*command):
    """(the level in use, a digest of rankings), by an interpreter of its own."""
    paths = [path for path in (str(HERE), str(pathlib.Path(_aril.__file__).parents[1]), sysconfig.get_paths()["purelib"])]
    environment = dict(os.environ, OPENBLAS_NUM_THREADS="1", NPY_DISABLE_CPU_FEATURES="")
    done = subprocess.run(
        [*command, sys.executable, "-c", SCRIPT, *paths], env=environment, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def best_level_by_flags(flags):
    best = "scalar"
    for level, needed in NEEDS.items():
        if not needed <= flags:
            break
        best = level
    return best


@pytest.mark.skipif(platform.machine() != "x86_64" or not os.path.exists("/proc/cpuinfo"), reason="no flags to read here")
def test_the_level_chosen_is_the_best_of_the_machine():
    flags = next(line for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if line.startswith("flags"))
    assert _aril.cpu_levels()[-1] == best_level_by_flags(set(flags.split(":")[1].split()))


@pytest.mark.skipif(QEMU is None, reason="no qemu-x86_64 here, or another kind of machine")
@pytest.mark.parametrize(("processor", "level"), [("Nehalem", "scalar"), ("Haswell", "avx2")])
def test_an_older_processor_imports_it_and_gives_the_same_bytes(processor, level):
    native = ranked()
    assert ranked(QEMU, "-cpu", processor) == [level, native[1]]
