# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""What a test of the reliability plan did, noted as cab-test-tally.h does it [V-231]."""
import contextlib
import json
import os
import pathlib
import sys
import time


class Tally:
    """Counts what was done of what was asked: every single one, unless that is set before the end."""

    def __init__(self):
        self.asked, self.done = None, 0


@contextlib.contextmanager
def tally(row, part, unit):
    """A failure, until the block has come to its end."""
    began, counted = time.monotonic(), Tally()
    program = pathlib.Path(sys.argv[0]).stem
    note(row, program, part, unit, (0, 0, 1), began)
    yield counted
    asked = counted.done if counted.asked is None else counted.asked
    note(row, program, part, unit, (asked, counted.done, 0), began)


def note(row, program, part, unit, numbers, began):
    build = os.environ.get('CABINET_BUILD')
    if not build:
        return
    folder = pathlib.Path(build, 'reliability')
    folder.mkdir(parents=True, exist_ok=True)
    line = {'row': row, 'program': program, 'part': f'{program}: {part}', 'unit': unit,
            **dict(zip(('asked', 'done', 'failures'), numbers)), 'seconds': round(time.monotonic() - began, 1)}
    with open(folder / f'{row}.json', 'a', encoding='utf-8') as file:
        file.write(json.dumps(line) + '\n')
