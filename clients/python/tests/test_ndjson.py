from __future__ import annotations

import random

import pytest

from doppel_client.ndjson import decode_lines, encode


@pytest.mark.parametrize("seed", range(20))
def test_lines_come_back_however_the_bytes_are_cut(seed: int) -> None:
    rng = random.Random(seed)
    alphabet = 'a"\\\n\r\u2028\u2029\x85\x0b\x00é漢\U0001f600\ud800 {}'
    values = [{"text": "".join(rng.choices(alphabet, k=rng.randint(0, 40)))} for _ in range(rng.randint(1, 30))]
    data = b"\n".join(encode(value) for value in values) + b"\n" * rng.randint(0, 3)
    cuts = sorted(rng.choices(range(len(data) + 1), k=rng.randint(0, 50)))
    chunks = [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)])]
    assert list(decode_lines(chunks)) == values


def test_a_stream_that_ends_within_a_line_is_an_error() -> None:
    lines = decode_lines([b'{"a":1}\n{"a":', b"2"])
    assert next(lines) == {"a": 1}
    with pytest.raises(ValueError, match="Expecting"):
        next(lines)
