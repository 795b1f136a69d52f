#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-97] [W-167] Handing somebody's data over, with a note withheld."""
import zipfile

from harness import Failed, run, same, wait
from steps import (ADDRESSES, choose_folder, choose_in_menu, click_next, open_client, start_with_client, turn_switch,
                   unlock)

KEPT, WITHHELD = 'We spoke of the garden and of the rain.', 'What her neighbour told me must stay here.'


def start_with_notes(home):
    practice = home.make_practice()
    for field, value in ADDRESSES:
        home.cli('practice', 'set', field, value, practice=practice)
    client = home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice).strip()
    for day, text in (('2026-03-04T10:00', KEPT), ('2026-03-11T10:00', WITHHELD)):
        home.cli('note', 'add', client, '--held-on', day, '--text', text, '--sign', practice=practice)
    program = home.start(practice)
    window = program.window()
    unlock(window)
    open_client(window, 'Ann Archer')
    return practice, program, window


def find_item(window, words):
    """The row of what goes with these words, when the keyboard is there."""
    items = window.find('list', 'What goes')
    for _ in range(20):
        window.press('Tab')
        if wait(lambda: [n for n in window.walk() if n.has('focused')], 'a focus') and \
                any(n.has('focused') for n in items.walk()):
            break
    for _ in range(20):
        row = next((n for n in items.walk() if n.role == 'combo box' and n.has('focused')), None)
        if row is not None and words in row.name:
            return row
        window.press('Down')
        wait(lambda: row is None or not row.has('focused'), 'the next row')
    raise Failed(f'“{words}” is not among what goes')


def journey_withheld(home):
    """[W-97] One of two notes is withheld on a ground; what goes holds the other and verifies"""
    practice, program, window = start_with_notes(home)
    choose_in_menu(window, 'Client Menu', 'Export Data…')
    click_next(window, 'What Goes', 'A Look at It')
    find_item(window, '11')
    window.press('space', 'Down', 'Return')
    wait(lambda: next((n for n in window.find('list', 'What goes').walk() if n.name.startswith('Withheld')), None),
         'the ground')
    click_next(window, 'A Look at It', 'To Whom and How')
    turn_switch(window, 'I have checked who is asking')
    turn_switch(window, 'Encrypt with a passphrase')
    window.field('Who asked for no encryption', 'text').write('Ann Archer')
    folder = home.folder / 'out'
    folder.mkdir()
    choose_folder(program, window, folder)
    click_next(window, 'To Whom and How', 'A Second Look')
    window.says('1 record is withheld')
    window.find('button', 'Export', sensitive=True).act()
    window.find('grouping', 'Exported')
    program.hears('Exported')
    bundle, = folder.iterdir()
    same(home.cli('bundle', 'verify', bundle).strip(), 'valid', 'the bundle')
    with zipfile.ZipFile(bundle) as opened:
        held = b'\n'.join(opened.read(name) for name in opened.namelist()).decode('utf-8', 'replace')
    same((KEPT in held, WITHHELD in held), (True, False), 'the notes in the bundle')


def journey_encrypted(home):
    """[W-97] An encrypted bundle is opened by the words that were shown once"""
    practice, program, window = start_with_client(home, settings=ADDRESSES)
    choose_in_menu(window, 'Client Menu', 'Export Data…')
    click_next(window, 'What Goes', 'To Whom and How')
    turn_switch(window, 'I have checked who is asking')
    folder = home.folder / 'out'
    folder.mkdir()
    choose_folder(program, window, folder)
    click_next(window, 'To Whom and How', 'A Second Look')
    window.find('button', 'Export', sensitive=True).act()
    window.find('grouping', 'Exported')
    words = window.find('label', lambda name: name.count('-') == 6 or name.count(' ') == 6 and name.islower()).name
    bundle, = folder.iterdir()
    shown = home.folder / 'words'
    shown.write_text(words)
    same(home.cli('bundle', 'verify', bundle, '--bundle-passphrase-file', shown).strip(), 'valid', 'the bundle')
    window.press('Escape')
    window.absent('dialog')


if __name__ == '__main__':
    run(globals())
