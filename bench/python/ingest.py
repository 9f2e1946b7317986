"""datasketch's MinHashLSH as a store that asks before it adds, in memory or on Redis.

Reads a JSONL file of {"text", "tokens"}. A request {"threshold", "redis": port or null} is answered by counts, times and
memory, which are those of this process alone.
"""

import json
import sys
import time

from datasketch import MinHash, MinHashLSH
from shingles import shingles, tokenize
from worker import serve

SLOTS = 128


def main():
    def answer(request):
        settings = {}
        if request["redis"] is not None:
            redis = {"host": "127.0.0.1", "port": request["redis"]}
            settings["storage_config"] = {"type": "redis", "basename": b"bench", "redis": redis}
        index = MinHashLSH(threshold=request["threshold"], num_perm=SLOTS, **settings)
        return ingest(index)

    serve(answer)


def ingest(index):
    memory = anonymous_bytes()
    wall, cpu = time.perf_counter(), time.process_time()
    documents = candidates = differing = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            document = json.loads(line)
            # Tokenising is part of the work; the tokens of the file are to see that it is the same work.
            tokens = tokenize(document["text"])
            differing += " ".join(tokens) != document["tokens"]
            minhash = MinHash(num_perm=SLOTS)
            minhash.update_batch([shingle.encode() for shingle in shingles(tokens)])
            candidates += len(index.query(minhash))
            index.insert(f"d{number}", minhash, check_duplication=False)
            documents += 1
    return {
        "documents": documents,
        "candidates": candidates,
        "differing": differing,
        "seconds": time.perf_counter() - wall,
        "cpuSeconds": time.process_time() - cpu,
        "memoryBytes": anonymous_bytes() - memory,
    }


def anonymous_bytes():
    with open("/proc/self/smaps_rollup", encoding="ascii") as lines:
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith("Anonymous:"))


main()
