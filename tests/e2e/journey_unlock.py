#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-38] [W-39] [W-41] [W-167] From the start page into a practice."""
from harness import PASSPHRASE, run, same, wait


def journey_wrong_then_right(home):
    """A wrong passphrase twice, then the right one."""
    practice = home.make_practice()
    program = home.start(practice)
    window = program.window()
    field = window.field('Passphrase')
    same(window.focus().role, field.role, 'the field has the focus')
    window.says('Practice.cabinet')
    for typed in ('wrong', 'wrong again'):
        window.type(typed)
        window.press('Return')
        window.says('That passphrase did not open this file')
        wait(lambda: window.field('Passphrase').has('focused', 'sensitive'), 'the focus in the field again')
    window.type(PASSPHRASE)
    window.press('Return')
    wait(lambda: window.can('win.lock'), 'the practice')
    window.absent('text', 'Passphrase')
    window.press('ctrl+l')
    window.field('Passphrase')


def journey_sample(home):
    """Try with Sample Data opens a practice with clients."""
    program = home.start()
    window = program.window()
    window.find('button', 'Try with Sample Data').act()
    wait(lambda: window.can('win.show-clients'), 'the sample practice', 60)
    window.do('win.show-clients')
    window.find('list item')


if __name__ == '__main__':
    run(globals())
