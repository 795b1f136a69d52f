#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""Runs the parsers under libFuzzer and notes what that came to [V-213].

fuzz.py FOLDER [--runs N] [TARGET]…

What a target has found worth keeping, and how many runs it has had, stays in
FOLDER/fuzz/TARGET: stopped at any moment, it goes on there. A file that broke a
parser lies in the same place as crash-…, leak-… or timeout-…; mended, it belongs
into the target's corpus in tests/fuzz.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'lib'))
import tally  # noqa: E402 pylint: disable=wrong-import-position

# Runs between two notes: what a stop loses.
SLICE = 100000
OPTIONS = ('-timeout=20', '-rss_limit_mb=2048', '-max_len=8192', '-print_final_stats=1', '-verbosity=0')
ENVIRONMENT = {'G_DEBUG': 'fatal-warnings', 'GIO_USE_VFS': 'local', 'TZ': 'UTC', 'LANGUAGE': '',
               'ASAN_OPTIONS': 'halt_on_error=1:abort_on_error=1',
               'UBSAN_OPTIONS': 'halt_on_error=1:abort_on_error=1:print_stacktrace=1',
               'LSAN_OPTIONS': f'print_suppressions=0:suppressions={HERE.parent / "lsan.supp"}'}


class Target:
    """One parser, its corpus, and how many runs it has had."""

    def __init__(self, folder, name):
        self.name = name
        self.program = (folder / 'tests/fuzz' / f'libfuzzer-{name}').resolve()
        self.place = (folder / 'fuzz' / name).resolve()
        self.found = self.place / 'found'
        self.count = self.place / 'runs'
        seeds = HERE / f'{name}.in'
        self.seeds = seeds if seeds.exists() else HERE / f'{name.split("-", maxsplit=1)[0]}.in'
        self.found.mkdir(parents=True, exist_ok=True)

    @property
    def runs(self):
        return int(self.count.read_text()) if self.count.exists() else 0

    def list_faults(self):
        return sorted(path.name for path in self.place.iterdir()
                      if re.match(r'(crash|leak|timeout|oom|slow-unit)-', path.name))

    def go_on(self, wanted):
        """Some more runs. False when the parser broke."""
        done = subprocess.run([self.program, f'-runs={min(SLICE, wanted)}', f'-artifact_prefix={self.place}/', *OPTIONS,
                               self.found, self.seeds], env={**os.environ, **ENVIRONMENT}, capture_output=True,
                              text=True, errors='replace', check=False)
        (self.place / 'last.log').write_text(done.stderr)
        executed = re.search(r'number_of_executed_units: (\d+)', done.stderr)
        if executed:
            self.count.write_text(str(self.runs + int(executed[1])))
        return done.returncode == 0


def fuzz(target, wanted):
    """Until it has had that many runs, or breaks; says how it went."""
    began, before = time.monotonic(), target.runs
    tally.note('V-213', 'fuzz', target.name, 'runs of libFuzzer', (wanted, 0, 1), began)
    whole = True
    while whole and target.runs < wanted:
        whole = target.go_on(wanted - target.runs)
    faults = target.list_faults()
    seconds = max(time.monotonic() - began, 0.1)
    tally.note('V-213', 'fuzz', target.name, 'runs of libFuzzer',
               (wanted, target.runs, len(faults) or int(not whole)), began)
    print(f'{target.name}: {target.runs:,} runs, {len(list(target.found.iterdir())):,} files kept, '
          f'{len(faults)} faults, {(target.runs - before) / seconds:,.0f} runs a second', flush=True)
    for fault in faults:
        print(f'  {target.place / fault}', flush=True)
    return whole and not faults


def main():
    names = sorted(path.name[len('fuzz-'):-len('.c')] for path in HERE.glob('fuzz-*.c'))
    parser = argparse.ArgumentParser(usage='build-aux/fuzz [--runs N] [TARGET]…')
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--runs', type=int, default=500000)
    parser.add_argument('targets', nargs='*', metavar='TARGET', choices=[*names, []])
    asked = parser.parse_args()
    os.environ.setdefault('CABINET_BUILD', str(asked.folder))
    results = [fuzz(Target(asked.folder, name), asked.runs) for name in asked.targets or names]
    print(f'{sum(results)} of {len(results)} parsers held')
    return 0 if all(results) else 1


if __name__ == '__main__':
    sys.exit(main())
