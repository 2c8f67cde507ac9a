"""Speed, memory and start of the reader alone: words a second with two processes, cold start, megabytes.

Reads PolNeAR's development articles in ../shared beside the checkout when they are there, else an invented article
many times over (slower per word, as it holds more attributions). Exits 1 below the floors in floors.json.
"""

import json
import multiprocessing
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEV = ROOT.parent / "shared" / "data" / "polnear" / "dev" / "text"
INVENTED = (
    "Harbour works in Osterby will stop for a month, the port authority said on Monday.\n\n"
    "“We found cracks in two of the nine pillars,” Marta Velling, its chief engineer, told reporters.\n\n"
    "Shipowners believe that the delay will cost more than 40 million crowns. The ministry did not deny it.\n\n"
)
COLD_START = """
import time; begin = time.perf_counter()
import resource, sys
bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
from headwater.models import Reader
reader = Reader.load()
reader.read([sys.stdin.read()])
seconds = time.perf_counter() - begin
print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - bare) / 1024)
"""


def articles() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(DEV.glob("*.txt"))] if DEV.is_dir() else []
    return texts or [INVENTED * 6 for _ in range(80)]


def read_share(texts: list[str], ready: "multiprocessing.synchronize.Barrier") -> None:
    """Load a reader, wait until the others are ready too, and read."""
    from headwater.models import Reader  # noqa: PLC0415 - each process loads its own

    reader = Reader.load()
    reader.read([INVENTED])
    ready.wait()
    reader.read(texts)


def words_per_second(texts: list[str], processes: int) -> float:
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(processes + 1)
    # Longest first, dealt out in turn, so that no process is left with the long ones.
    ordered = sorted(texts, key=len, reverse=True)
    workers = [
        context.Process(target=read_share, args=(ordered[number::processes], ready)) for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    ready.wait()
    begin = time.perf_counter()
    for worker in workers:
        worker.join()
    return sum(len(text.split()) for text in texts) / (time.perf_counter() - begin)


def long_document_ratio(texts: list[str]) -> float:
    """Cost per word of one document of 200,000 words against the same words as articles."""
    from headwater.models import Reader  # noqa: PLC0415 - loaded after the processes have been measured

    reader = Reader.load()
    words = sum(len(text.split()) for text in texts)
    document = "\n\n".join(texts * (200_000 // words + 1))
    begin = time.perf_counter()
    reader.read(texts)
    short = (time.perf_counter() - begin) / words
    begin = time.perf_counter()
    reader.read([document])
    return (time.perf_counter() - begin) / len(document.split()) / short


def main() -> int:
    floors = json.loads(Path(__file__).with_name("floors.json").read_text("utf-8"))
    texts = articles()
    started = subprocess.run(
        [sys.executable, "-c", COLD_START], input=texts[0], capture_output=True, text=True, check=True
    )
    seconds, megabytes = map(float, started.stdout.split())
    speed = words_per_second(texts, 2)
    ratio = long_document_ratio(texts) if "--long" in sys.argv else 1.0
    figures = {
        "reader_words_per_s_two_processes": speed,
        "reader_cold_start_s": -seconds,
        "reader_memory_mb": -megabytes,
        "reader_long_document_ratio": -ratio,
    }
    below = [name for name, value in figures.items() if name in floors and value < floors[name]]
    for name, value in figures.items():
        print(f"{name} {abs(value):.2f} (floor {floors.get(name)})")
    print(f"peak of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
