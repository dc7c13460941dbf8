"""What progress=True shows: a bar of tqdm where that is installed, else one line on stderr."""

import contextlib
import sys


@contextlib.contextmanager
def showing(progress, noun):
    """Gives a callable(done, total), or None."""
    if progress is None or progress is False:
        yield None
    elif callable(progress):
        yield progress
    else:
        bar = _TqdmBar(noun) if _has_tqdm() else _StderrLine(noun)
        try:
            yield bar
        finally:
            bar.close()


def _has_tqdm():
    try:
        import tqdm  # noqa: F401
    except ImportError:
        return False
    return True


class _TqdmBar:
    def __init__(self, noun):
        from tqdm.auto import tqdm

        self.bar = tqdm(unit=f" {noun}", unit_scale=False)

    def __call__(self, done, total):
        self.bar.total, self.bar.n = total, done
        self.bar.refresh()

    def close(self):
        self.bar.close()


class _StderrLine:
    def __init__(self, noun):
        self.noun, self.wrote = noun, False

    def __call__(self, done, total):
        sys.stderr.write(f"\r{done:,} of {total:,} {self.noun}")
        sys.stderr.flush()
        self.wrote = True

    def close(self):
        if self.wrote:
            sys.stderr.write("\n")
