#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-166] The harness sees what is wrong and leaves what it saw.

Run with a journey's name it runs that one, which must fail.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import harness


def journey_missing_node(home):
    """A node that is not there"""
    harness.PATIENCE = 1
    harness.wait(lambda: False, 'what never comes', 0.5)


def journey_bad_log(home):
    """A program that writes to stderr"""
    home.start('--no-such-option').ends()


def journey_ended(home):
    """A program that ends too early"""
    program = home.start()
    program.window()
    program.kill()
    program.window()


def journey_left_word(home):
    """A word of the practice in a file of the program's"""
    (pathlib.Path(home.environment['TMPDIR']) / 'left').write_text('Ann Archer')
    home.start().window()


def journey_untranslated(home):
    """A program that speaks English in the pseudo-locale"""
    home.start(CABINET_TEST_LOCALE_DIR=str(home.folder)).window().find('button', 'New Practice…')


def main():
    journeys = {'missing-node': 'what never comes did not come about',
                'bad-log': 'stderr: ', 'ended': 'the program ended with -9',
                'left-word': 'Archer in utf-8 is in', 'untranslated': 'not translated: label “Cabinet keeps'}
    good = []
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder)
        (build / 'src').symlink_to(harness.BUILD / 'src')
        (build / 'data').symlink_to(harness.BUILD / 'data')
        for name, words in journeys.items():
            run = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True,
                                 env={**os.environ, 'CABINET_BUILD': folder,
                                      'LANGUAGE': 'en_XA' if name == 'untranslated' else ''})
            left = {each.name for each in (build / 'e2e' / name).glob('*')}
            for what, holds in (('fails', run.returncode == 1 and 'not ok 1' in run.stdout),
                                ('says why', words in run.stdout),
                                ('leaves a picture', 'screen.png' in left),
                                ('leaves tree and log', name == 'missing-node' or {'tree-0', 'stderr-0'} <= left)):
                good.append(holds)
                if not holds:
                    print('#', (run.stdout + run.stderr).replace('\n', '\n# '))
                print(f'{"ok" if holds else "not ok"} {len(good)} {name} {what}')
    print(f'1..{len(good)}')
    return not all(good)


if __name__ == '__main__':
    if sys.argv[1:]:
        harness.run(globals())
    sys.exit(main())
