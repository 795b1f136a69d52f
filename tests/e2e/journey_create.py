#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-36] [W-37] [W-167] From an empty home to a practice of one's own."""
from harness import Failed, run, same, wait
from steps import click_next


def fill(window, title, text):
    window.field(title, 'text').write(text)


def write_twice(window, text):
    for title in ('Passphrase', 'The same again'):
        fill(window, title, text)


def journey_create(home):
    """A practice is made: a weak passphrase is refused, a suggestion taken, the sheet put off"""
    program = home.start()
    window = program.window()
    window.find('button', 'New Practice…', sensitive=True).act()
    fill(window, 'Name of the practice', 'Elm Street')
    click_next(window, 'New Practice', 'You')
    fill(window, 'Your name', 'Dr Robin Vale')
    click_next(window, 'You', 'Place')
    click_next(window, 'Place', 'Passphrase')
    write_twice(window, 'tennis')
    window.press('alt+u')
    window.find('check box', 'I understand', checked=True)
    button = window.find('button', 'Make Practice')
    if button.has('sensitive'):
        raise Failed('a passphrase that is guessed at once may be taken')
    same(list(home.folder.rglob('*.cabinet')), [], 'files before the practice is made')
    window.find('button', 'Suggest Six Words').act()
    suggested = wait(lambda: next((n.text for n in window.find_all('text', 'Passphrase') if n.text.count('-') >= 5), None),
                     'six words')
    fill(window, 'The same again', suggested)
    window.find('button', 'Make Practice', sensitive=True).act()
    window.find('button', 'Later').act()
    window.absent('dialog')
    wait(lambda: window.can('win.lock'), 'the practice')
    same([path.name for path in home.folder.rglob('*.cabinet')], ['Elm Street.cabinet'], 'the file')
    window.do('win.lock')
    window.field('Passphrase')
    same(window.name, 'Cabinet – Locked', 'the title')


def journey_cancelled(home):
    """Closing before the practice is made leaves no file"""
    program = home.start()
    window = program.window()
    window.find('button', 'New Practice…', sensitive=True).act()
    fill(window, 'Name of the practice', 'Elm Street')
    click_next(window, 'New Practice', 'You')
    window.press('Escape')
    window.find('grouping', 'New Practice')
    same(window.field('Name of the practice', 'text').text, 'Elm Street', 'what was typed, after Back')
    window.press('Escape')
    window.absent('dialog')
    same([path.name for path in home.folder.rglob('*.cabinet*')], [], 'files')


if __name__ == '__main__':
    run(globals())
