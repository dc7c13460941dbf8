"""The committed stub is that of the compiled module, and the package is typed."""

import difflib
import subprocess
import sys
from pathlib import Path

import aril

COMMITTED = Path(__file__).resolve().parents[2] / "bindings" / "python" / "aril"


def test_the_committed_stub_is_up_to_date(tmp_path):
    command = [sys.executable, "-m", "pybind11_stubgen", "aril._aril", "--exit-code", "-o", str(tmp_path)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    fresh = (tmp_path / "aril" / "_aril.pyi").read_text(encoding="utf-8")
    committed = (COMMITTED / "_aril.pyi").read_text(encoding="utf-8")
    difference = "\n".join(difflib.unified_diff(committed.splitlines(), fresh.splitlines(), "committed", "fresh", lineterm=""))
    assert fresh == committed, (
        f"bindings/python/aril/_aril.pyi: make it anew with {' '.join(command[1:-2])} -o bindings/python\n{difference}"
    )


def test_the_package_is_typed():
    assert (Path(aril.__file__).parent / "py.typed").exists()


def test_every_public_name_is_documented():
    for name in aril.__all__:
        if name.startswith("__"):
            continue
        thing = getattr(aril, name)
        assert thing.__doc__, name
        for member, value in vars(thing).items() if isinstance(thing, type) else ():
            if callable(value) and not member.startswith("_") and member not in ("standard", "copy"):
                assert value.__doc__, f"{name}.{member}"
