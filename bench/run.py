"""Run every bench script beside this one and say which floors hold; exits 1 when one does not.

usage: python bench/run.py [NAME...]     names without the leading "bench_", all by default
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main(wanted: list[str]) -> int:
    scripts = [s for s in sorted(HERE.glob("bench_*.py")) if not wanted or s.stem.removeprefix("bench_") in wanted]
    failed = []
    for script in scripts:
        print(f"== {script.stem}", flush=True)
        if subprocess.run([sys.executable, str(script)], check=False).returncode:
            failed.append(script.stem)
    print(
        f"{len(scripts) - len(failed)} of {len(scripts)} benches hold their floors"
        + "".join(f"; below: {f}" for f in failed)
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
