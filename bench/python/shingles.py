"""Tokens and word 3-grams as doppel has them; the benches check that they are the same."""

import re
import unicodedata

TOKEN = re.compile(r"[^\W_]+")


def tokenize(text):
    return TOKEN.findall(unicodedata.normalize("NFKC", text).lower())


def shingles(tokens):
    """Word 3-grams, repeats included; a shorter document is one shingle of its own length."""
    if len(tokens) < 3:
        return [" ".join(tokens)] if tokens else []
    return [a + " " + b + " " + c for a, b, c in zip(tokens, tokens[1:], tokens[2:])]
