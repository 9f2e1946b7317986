"""Times the peers on the documents of a JSONL file: {"group", "text"} a line.

The first request, {}, is answered by the variants and by a digest of each group's tokens. A request
{"variant", "group", "count"} runs a variant over so many documents and is answered by its CPU time.
"""

import functools
import hashlib
import json
import sys
import time

from peers import peers
from shingles import shingles, tokenize
from worker import serve

BANDS, ROWS = 32, 4


def variants():
    """What each variant takes, texts or lists of shingles, and what it does."""
    found = {
        "tokens (Python)": (str, lambda texts: [tokenize(text) for text in texts]),
        "tokens and shingles (Python)": (str, lambda texts: [shingles(tokenize(text)) for text in texts]),
    }
    for name, peer in peers().items():
        found[name] = (str, variant(peer))
        if hasattr(peer, "sketch"):
            found[name + ", shingles ready"] = (list, sketch_all(peer))
    return found


def sketch_all(peer):
    if hasattr(peer, "sketch_all"):
        return peer.sketch_all
    return lambda shingle_lists: [peer.sketch(shingle_list) for shingle_list in shingle_lists]


def variant(peer):
    if hasattr(peer, "band_keys"):
        return lambda texts: [peer.band_keys(peer.sketch(shingles(tokenize(text))), BANDS, ROWS) for text in texts]
    if hasattr(peer, "sketch_all"):
        return lambda texts: peer.sketch_all([shingles(tokenize(text)) for text in texts])
    if hasattr(peer, "sketch_tokens"):
        return lambda texts: [peer.sketch_tokens(tokenize(text)) for text in texts]
    return lambda texts: [peer.sketch(shingles(tokenize(text))) for text in texts]


def main():
    groups = {}
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            groups.setdefault(document["group"], []).append(document["text"])
    known = variants()

    @functools.lru_cache(maxsize=1)
    def ready(group):
        return [shingles(tokenize(text)) for text in groups[group]]

    def answer(request):
        if "variant" not in request:
            return {"variants": list(known), "digests": {group: digest(texts) for group, texts in groups.items()}}
        kind, run = known[request["variant"]]
        group = groups[request["group"]] if kind is str else ready(request["group"])
        inputs = [group[i % len(group)] for i in range(request["count"])]
        start = time.process_time()
        run(inputs)
        return {"seconds": time.process_time() - start, "count": len(inputs)}

    serve(answer)


def digest(texts):
    hash = hashlib.sha256()
    for text in texts:
        hash.update(" ".join(tokenize(text)).encode())
        hash.update(b"\n")
    return hash.hexdigest()


main()
