"""A peer process: reads one JSON request a line, answers each with one JSON line."""

import json
import sys


def serve(answer):
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
