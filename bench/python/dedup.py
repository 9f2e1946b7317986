"""Deduplicates a JSONL file with one of the peers: dedup.py PEER INPUT FOLDER.

Each peer is used as its own documentation shows: it reads {"id", "text"} a line, writes the kept lines to FOLDER, and then
FOLDER/clusters.json, the number of the cluster of each document. Everyone gets word 3-grams of lower-case text, 128 slots and a
threshold of 0.6.
"""

import json
import os
import pickle
import re
import subprocess
import sys

THRESHOLD, SLOTS, BANDS, ROWS = 0.6, 128, 32, 4
WORD = re.compile(r"\w+")


def shingles(text):
    words = WORD.findall(text.lower())
    if len(words) < 3:
        return {" ".join(words)}
    return {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}


class Clusters:
    """A union-find over document numbers; the root of a cluster is its first document."""

    def __init__(self):
        self.parents = []

    def add(self):
        self.parents.append(len(self.parents))
        return len(self.parents) - 1

    def find(self, document):
        while self.parents[document] != document:
            self.parents[document] = self.parents[self.parents[document]]
            document = self.parents[document]
        return document

    def union(self, left, right):
        left, right = self.find(left), self.find(right)
        self.parents[max(left, right)] = min(left, right)


def texts_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def datasketch(path):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=SLOTS)
    empty = MinHash(num_perm=SLOTS)
    clusters = Clusters()
    for text in texts_of(path):
        minhash = empty.copy()
        minhash.update_batch([shingle.encode() for shingle in shingles(text)])
        document = clusters.add()
        for near in index.query(minhash):
            clusters.union(document, near)
        index.insert(document, minhash)
    return clusters


def rensa(path):
    from rensa import RMinHash, RMinHashDeduplicator

    index = RMinHashDeduplicator(threshold=THRESHOLD, num_perm=SLOTS, use_lsh=True)
    clusters = Clusters()
    for text in texts_of(path):
        minhash = RMinHash(SLOTS, 42)
        minhash.update(list(shingles(text)))
        document = clusters.add()
        # What add() finds in order to refuse a duplicate.
        for near in index.get_duplicates(minhash):
            clusters.union(document, int(near))
        index.add(str(document), minhash)
    return clusters


def gaoya(path):
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=BANDS,
        band_size=ROWS,
        num_hashes=SLOTS,
        analyzer="word",
        lowercase=True,
        ngram_range=(3, 3),
    )
    texts = list(texts_of(path))
    clusters = Clusters()
    for _ in texts:
        clusters.add()
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    for document, near in enumerate(index.par_bulk_query(texts)):
        for other in near:
            clusters.union(document, other)
    return clusters


def text_dedup(path, folder):
    options = {
        "path": "json",
        "data_files": path,
        "split": "train",
        "column": "text",
        "output": f"{folder}/dataset",
        "cache_dir": f"{folder}/cache",
        "num_perm": SLOTS,
        "threshold": THRESHOLD,
        "ngram": 3,
        "min_length": 0,
        "batch_size": 10000,
    }
    flags = [part for name, value in options.items() for part in (f"--{name}", str(value))]
    # --debug only writes down which documents belong together.
    subprocess.run([sys.executable, "-m", "text_dedup.minhash", *flags, "--debug"], check=True, stdout=subprocess.DEVNULL)
    with open(f"{folder}/dataset/uf.pkl", "rb") as file:
        found = pickle.load(file)
    return [found.find(document) for document, _ in enumerate(texts_of(path))]


def main():
    peer, path, folder = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    if peer == "text-dedup":
        roots = text_dedup(path, folder)
    else:
        clusters = {"datasketch": datasketch, "rensa": rensa, "gaoya": gaoya}[peer](path)
        roots = [clusters.find(document) for document in range(len(clusters.parents))]
        with open(path, "rb") as lines, open(f"{folder}/kept.jsonl", "wb") as kept:
            kept.writelines(line for document, line in enumerate(lines) if roots[document] == document)
    with open(f"{folder}/clusters.json", "w") as file:
        json.dump(roots, file)


main()
