"""The peers, each behind the same two functions: a signature of shingles, and the estimate of two signatures.

A peer that is not installed is left out; `peers()` says which are there.
"""

SLOTS = 128
SEED = 42


def _equal_share(left, right):
    return sum(a == b for a, b in zip(left, right)) / len(left)


class Datasketch:
    def __init__(self, **settings):
        from datasketch import MinHash

        self._empty = MinHash(num_perm=SLOTS, **settings)

    def sketch(self, shingles):
        # copy() shares the permutations, as MinHash.generator does.
        minhash = self._empty.copy()
        minhash.update_batch([shingle.encode() for shingle in shingles])
        return minhash

    def estimate(self, left, right):
        return left.jaccard(right)

    def band_keys(self, minhash, bands, rows):
        # What MinHashLSH makes of a signature when it inserts or queries it.
        values = minhash.hashvalues
        return [bytes(values[start : start + rows].byteswap().data) for start in range(0, bands * rows, rows)]


class RensaR:
    def __init__(self):
        from rensa import RMinHash

        self._class = RMinHash

    def sketch(self, shingles):
        minhash = self._class(SLOTS, SEED)
        minhash.update(shingles)
        return minhash.digest()

    estimate = staticmethod(_equal_share)


class RensaC(RensaR):
    def __init__(self):
        from rensa import CMinHash

        self._class = CMinHash


class RensaRho:
    """A batch mode that hashes a sample of the shingles: 15 of 412 with 128 slots."""

    def __init__(self):
        from rensa import RMinHash

        self._matrix = RMinHash.digest_matrix_from_token_sets_rho

    def sketch_all(self, shingle_lists):
        return self._matrix(shingle_lists, SLOTS, SEED)

    def sketch(self, shingles):
        return self.sketch_all([shingles]).to_rows()[0]

    estimate = staticmethod(_equal_share)


class Gaoya:
    def __init__(self):
        from gaoya.minhash import m

        # With whitespace words and 3-grams it cuts joined tokens into the same shingles, in Rust.
        self._words = m.MinHash32StringIntIndexVec(0.5, 32, 4, None, "word", False, (3, 3))
        self._sets = m.MinHash32StringIntIndexVec
        self._next = 0

    def sketch_tokens(self, tokens):
        return self._words.tokenize_and_minhash(" ".join(tokens))

    def estimate_sets(self, left, right):
        # One slot a band finds every pair that has a slot in common.
        index = self._sets(0.0, SLOTS, 1, None, "word", False, (1, 1))
        index.insert_tokens(0, left)
        found = index.query_tokens_return_similarity(right)
        return found[0][1] if found else 0.0


class FastSketch:
    def __init__(self):
        from FastSketchLSH import FastSimilaritySketch, estimate_jaccard

        self._sketcher = FastSimilaritySketch(size=SLOTS, seed=SEED)
        self._estimate = estimate_jaccard

    def sketch(self, shingles):
        return self._sketcher(shingles)

    def estimate(self, left, right):
        return self._estimate(left, right)


def _datasketch_xxhash(**settings):
    import xxhash

    return Datasketch(hashfunc=xxhash.xxh32_intdigest, **settings)


def _datasketch_legacy():
    # The permutations of datasketch 1.x.
    return _datasketch_xxhash(scheme="legacy")


_MAKERS = {
    "datasketch sha1": Datasketch,
    "datasketch xxhash": _datasketch_xxhash,
    "datasketch xxhash, scheme legacy": _datasketch_legacy,
    "rensa R-MinHash": RensaR,
    "rensa C-MinHash": RensaC,
    "rensa rho": RensaRho,
    "gaoya": Gaoya,
    "FastSketchLSH": FastSketch,
}


def peers():
    """Those that can be made here, by name."""
    found = {}
    for name, make in _MAKERS.items():
        try:
            found[name] = make()
        except ImportError:
            pass
    return found
