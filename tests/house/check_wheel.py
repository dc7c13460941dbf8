"""Unpacks a wheel where nothing else of aril is to be seen, and uses it: one extension, oneTBB from inside the wheel, no thread started by the import.

    python tests/house/check_wheel.py WHEEL
"""
import subprocess
import sys
import tempfile
import zipfile

USE = """
import os
import pathlib
import aril
assert len(os.listdir('/proc/self/task')) == THREADS_BEFORE, 'the import started a thread'
home = pathlib.Path(aril.__file__).parent
assert [path.name for path in home.glob('*.so')] == [pathlib.Path(aril._aril.__file__).name], 'more than one extension'
loaded = {line.split()[-1] for line in open('/proc/self/maps') if 'libtbb.so' in line}
assert loaded and all(pathlib.Path(path).parent == home for path in loaded), f'oneTBB comes from {loaded}'
market = aril.sample_district('community', seed=7)
lists = aril.Ranker(market, as_of='2026-06-03').rank(k=5, threads=2)
print('wheel: imported from', home.name, 'and ranked a community with oneTBB from inside the wheel')
"""
COUNT_THREADS = "import os, numpy\nTHREADS_BEFORE = len(os.listdir('/proc/self/task'))\n"


def main():
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(sys.argv[1]).extractall(folder)
        code = f'import sys\nsys.path.insert(0, {folder!r})\n' + COUNT_THREADS + USE
        return subprocess.run([sys.executable, '-c', code], cwd=folder, check=False).returncode


if __name__ == '__main__':
    sys.exit(main())
