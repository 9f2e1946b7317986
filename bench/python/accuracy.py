"""Estimates of the peers for pairs of synthetic sets; a request is a Cell of bench/accuracy/cells.ts."""

import numpy

from peers import SLOTS, peers
from worker import serve


def mix32(values):
    values = values ^ (values >> numpy.uint32(16))
    values = values * numpy.uint32(0x85EBCA6B)
    values = values ^ (values >> numpy.uint32(13))
    values = values * numpy.uint32(0xC2B2AE35)
    return values ^ (values >> numpy.uint32(16))


def mixed_words(first, count):
    """The words of bench/corpus/mixed-words.ts."""
    numbers = numpy.arange(2 * first, 2 * (first + count), dtype=numpy.uint64).astype(numpy.uint32)
    mixed = mix32(numbers).tolist()
    return ["%08x%08x" % pair for pair in zip(mixed[::2], mixed[1::2])]


def estimate(peer, left, right):
    if hasattr(peer, "estimate_sets"):
        return peer.estimate_sets(left, right)
    return peer.estimate(peer.sketch(left), peer.sketch(right))


def main():
    known = peers()

    def answer(cell):
        size, union = cell["size"], 2 * cell["size"] - cell["shared"]
        estimates = {name: [] for name in known}
        for pair in range(cell["pairs"]):
            words = mixed_words(cell["firstWord"] + pair * union, union)
            left, right = words[:size], words[size - cell["shared"] :]
            for name, peer in known.items():
                estimates[name].append(float(estimate(peer, left, right)))
        return {"slots": SLOTS, "estimates": estimates}

    serve(answer)


main()
