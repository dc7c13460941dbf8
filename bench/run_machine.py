"""./dev bench machine: what this machine can do at most, for the roofline in bench/README.md. The rows' items are bytes, gathers or multiply-adds."""

from bench_rows import child, last_line, program, row

REPEAT = 3
CASES = ("read-memory", "read-L2", "read-L1", "gather-L1", "load-L1", "gather-L2", "multiply-add-16")


def run(cases, repeat):
    output, peak = child([program("machine"), repeat])
    rows = []
    for said in last_line(output):
        if said["case"] in cases:
            rows.append(row(said["case"], "machine", said["threads"], [1e9 / rate for rate in said["per_second"]], 1e9, peak, unit=said["unit"]))
            print(f"{said['case']:<16} {said['threads']} thread(s) {rows[-1]['items_per_second'] / 1e9:8.2f} billion {said['unit']} a second", flush=True)
    return rows
