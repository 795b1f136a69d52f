#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-24] What is chosen in Preferences holds, in the practice and at its door."""
from harness import PASSPHRASE, Failed, run, same, wait
from steps import unlock

NEW = 'zebra battery staple voyage hinge 7'


def open_security(window):
    window.press('ctrl+comma')
    window.find('dialog')
    tab = wait(lambda: next((n for n in window.walk() if n.name == 'Security' and n.actions()), None), 'Security')
    tab.act()
    window.find('list item', 'Change Passphrase')


def find_in(window, page, role, name):
    """A widget of the page in front: the page that slides away is still shown."""
    def look():
        shown = next(window.find_all('grouping', page), None)
        return shown and next((n for n in shown.walk() if n.role == role and
                               (name(n.name) if callable(name) else n.name == name)), None)
    return wait(look, f'{role} “{name}” on {page}')


def journey_minutes(home):
    """The minutes before locking are the practice's, and are written as they are typed"""
    practice = home.make_practice()
    program = home.start(practice)
    window = program.window()
    unlock(window)
    open_security(window)
    window.field('Lock after minutes (needed)', 'text').write('23')
    window.press('Escape')
    window.absent('dialog')
    window.do('win.quit')
    program.ends()
    if '23' not in home.cli('practice', 'show', practice=practice):
        raise Failed('the minutes are not in the file')


def journey_passphrase(home):
    """The passphrase is changed, the pages stay, and the new one opens the practice"""
    practice = home.make_practice()
    window = home.start(practice).window()
    unlock(window)
    window.do('win.show-backups')
    open_security(window)
    row = window.find('list item', 'Change Passphrase')
    wait(lambda: next((n for n in row.walk() if 'row.open' in n.actions()), None), 'the act of the row').act('row.open')
    page = 'Change Passphrase'
    find_in(window, page, 'button', 'Change Passphrase')
    window.field('Old passphrase', 'text').write(PASSPHRASE)
    for title in ('Passphrase', 'The same again'):
        window.field(title, 'text').write(NEW)
    window.press('alt+u')
    window.find('check box', 'I understand', checked=True)
    button = find_in(window, page, 'button', 'Change Passphrase')
    wait(lambda: button.has('sensitive'), 'a passphrase that may be taken')
    button.act()
    window.says('Passphrase changed. Older backups still open with the old one.')
    # The lock closes Preferences: how many Escapes that takes depends on when the toast took the focus.
    window.do('win.lock')
    window.absent('dialog')
    wait(lambda: window.field('Passphrase').has('focused', 'sensitive'), 'the focus in the field')
    window.type(PASSPHRASE)
    window.press('Return')
    window.says('That passphrase did not open this file')
    wait(lambda: window.field('Passphrase').has('focused', 'sensitive'), 'the focus in the field again')
    window.type(NEW)
    window.press('Return')
    wait(lambda: window.can('win.lock'), 'the practice')
    same(practice.exists(), True, 'the file in its place')


if __name__ == '__main__':
    run(globals())
