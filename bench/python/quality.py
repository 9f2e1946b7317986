"""Near-duplicate pairs as the indexes of the peers report them.

Reads a JSONL file of {"text", "tokens"}; a request {"threshold", "bands", "rows"} (doppel's bands) is answered,
for each index, by its pairs and the CPU time from texts to pairs. The signatures of datasketch are made once; their time counts
at every threshold.
"""

import json
import sys
import time

from shingles import shingles, tokenize
from worker import serve

SLOTS = 128


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    start = time.process_time()
    for document in documents:
        tokenize(document["text"])
    tokenizing = time.process_time() - start
    # Doppel's own tokens, so that the shingles are the same to the last. A document without any is left out.
    tokens = [(number, document["tokens"].split(" ")) for number, document in enumerate(documents) if document["tokens"]]
    indexes = [make(tokens) for make in (Datasketch, Gaoya) if make.is_installed()]

    def answer(request):
        found = {}
        for index in indexes:
            for name, pairs, seconds in index.find(request["threshold"], request["bands"], request["rows"]):
                found[name] = {"pairs": pairs, "seconds": tokenizing + seconds}
        return found

    serve(answer)


class Datasketch:
    """MinHashLSH: its candidates with its own choice of bands, those that the estimate keeps, and these with doppel's bands."""

    @staticmethod
    def is_installed():
        try:
            import datasketch  # noqa: F401
        except ImportError:
            return False
        return True

    def __init__(self, tokens):
        from datasketch import MinHash

        start = time.process_time()
        encoded = ([shingle.encode() for shingle in shingles(words)] for _, words in tokens)
        self._minhashes = MinHash.bulk(encoded, num_perm=SLOTS)
        self._numbers = [number for number, _ in tokens]
        self._seconds = time.process_time() - start

    def find(self, threshold, bands, rows):
        pairs, seconds = self._candidates(threshold)
        yield "datasketch MinHashLSH", self._named(pairs), seconds
        sifted, more = self._sift(pairs, threshold)
        yield "the same, sifted by estimate", self._named(sifted), seconds + more
        pairs, seconds = self._candidates(threshold, params=(bands, rows))
        sifted, more = self._sift(pairs, threshold)
        yield "the same with doppel's bands", self._named(sifted), seconds + more

    def _candidates(self, threshold, **settings):
        from datasketch import MinHashLSH

        start = time.process_time()
        index = MinHashLSH(threshold=threshold, num_perm=SLOTS, **settings)
        pairs = []
        for place, minhash in enumerate(self._minhashes):
            pairs.extend((other, place) for other in index.query(minhash))
            index.insert(place, minhash, check_duplication=False)
        return pairs, self._seconds + time.process_time() - start

    def _sift(self, pairs, threshold):
        start = time.process_time()
        sifted = [(a, b) for a, b in pairs if self._minhashes[a].jaccard(self._minhashes[b]) >= threshold]
        return sifted, time.process_time() - start

    def _named(self, pairs):
        return [(self._numbers[a], self._numbers[b]) for a, b in pairs]


class Gaoya:
    """MinHashStringIndex with its own choice of bands; it sifts by the estimate itself."""

    @staticmethod
    def is_installed():
        try:
            import gaoya  # noqa: F401
        except ImportError:
            return False
        return True

    def __init__(self, tokens):
        self._tokens = tokens

    def find(self, threshold, _bands, _rows):
        from gaoya.minhash import MinHashStringIndex

        start = time.process_time()
        index = MinHashStringIndex(32, threshold, None, None, SLOTS, analyzer=lambda shingle_list: shingle_list)
        pairs = []
        for number, words in self._tokens:
            shingle_list = shingles(words)
            pairs.extend((other, number) for other in index.query(shingle_list))
            index.insert_document(number, shingle_list)
        yield "gaoya", pairs, time.process_time() - start


main()
