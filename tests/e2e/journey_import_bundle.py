#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[B-73] [B-76] [W-97] A bundle that another computer made of the same practice."""
import csv
import shutil

from harness import Failed, Home, run, same, wait
from steps import go_on, unlock

PLAIN = ('--plain', '--asked-by', 'The clinician')


def make_pair(home):
    """The practice here, and a bundle of what another computer did to a copy of it."""
    practice = home.make_practice()
    for name in ('Ann', 'Bob'):
        home.cli('client', 'add', '--given-name', name, '--date-of-birth', '1990-01-02', practice=practice)
    note = home.cli('note', 'add', 'Ann', '--text', 'First words.', practice=practice).split()[0]
    there = Home('there')
    try:
        copy = there.folder / 'home' / 'Copy.cabinet'
        shutil.copy(practice, copy)
        there.cli('client', 'edit', 'Ann', '--occupation', 'teacher', practice=copy)
        there.cli('client', 'edit', 'Bob', '--occupation', 'baker', practice=copy)
        there.cli('note', 'edit', note, '--text', 'Words from there.', practice=copy)
        there.cli('client', 'add', '--given-name', 'Cid', '--date-of-birth', '1970-01-02', practice=copy)
        there.cli('client', 'add', '--given-name', 'Dora', practice=copy)
        there.cli('bundle', 'export', '--profile', 'practice', '--to', there.folder / 'out.zip', *PLAIN, practice=copy)
        bundle = home.folder / 'bundle.zip'
        shutil.copy(there.folder / 'out.zip', bundle)
    finally:
        there.remove()
    home.cli('client', 'edit', 'Ann', '--occupation', 'nurse', practice=practice)
    home.cli('client', 'edit', 'Bob', '--occupation', 'singer', practice=practice)
    home.cli('client', 'add', '--given-name', 'Cid', '--date-of-birth', '1970-01-02', practice=practice)
    return practice, bundle, note


DIFFERS = 'What is here already and differs'


def move(window, key, wanted, what):
    """Presses a key until the keyboard is where it is wanted."""
    for _ in range(30):
        if wanted(window.focus()):
            return
        before = window.focus()
        window.press(key)
        wait(lambda: window.focus() not in (None, before), f'the next focus on the way to {what}')
    raise Failed(f'no way by {key} to {what}')


def take(window, name, key, taken):
    """Chooses the bundle's for one that differs, so that it is chosen for that many."""
    move(window, key, lambda at: at.role == 'list item' and name in at.name, name)
    window.press('Return')
    wait(lambda: window.focus().has('expanded'), 'the open row')
    move(window, 'Down', lambda at: at.name == 'What happens', 'the choice')
    window.press('space')
    wait(lambda: window.focus().name != 'What happens', 'the list of choices')
    window.press('Down', 'Return')
    wait(lambda: len([n for n in window.find('list', DIFFERS).walk()
                      if n.role == 'label' and 'Differs in' in n.name and 'Take the bundle’s' in n.name]) == taken,
         f'the choice for {name}')


def tell(home, practice, note):
    """What became of those who differ."""
    said = home.cli('client', 'list', '--format', 'csv', '--all', practice=practice)
    names = sorted(row['given_name'] for row in csv.DictReader(said.lstrip('\ufeff').splitlines()))
    jobs = [next(line.split()[-1] for line in home.cli('client', 'show', name, practice=practice).splitlines()
                 if line.startswith('Occupation')) for name in ('Ann', 'Bob')]
    text = home.cli('note', 'show', note, practice=practice).rstrip().splitlines()[-1].strip()
    return names, jobs, text


def journey_bundle(home):
    """[B-73] New, same, conflict and what needs a decision are told; each conflict is chosen by itself"""
    practice, bundle, note = make_pair(home)
    program = home.start(practice)
    window = program.window()
    unlock(window)
    home.start(bundle).ends()
    go_on(window)
    window.find('grouping', 'What Would Happen')
    window.says('1 new · 2 different here · 1 to be decided')
    window.find('label', lambda name: 'Cid is possibly C-' in name)
    take(window, 'Ann', 'Tab', 1)
    window.says('Here: nurse', 'Bundle: teacher')
    take(window, 'Session', 'Down', 2)
    window.says('Here: First words.', 'Bundle: Words from there.')
    go_on(window, 'Import')
    window.says('records were taken in')
    window.do('win.quit')
    program.ends()
    names, jobs, text = tell(home, practice, note)
    same(names, ['Ann', 'Bob', 'Cid', 'Dora'], 'clients')
    same(jobs, ['teacher', 'singer'], 'what was chosen for each')
    same(text, 'Words from there.', 'the text of the note')
    same(len(list(practice.parent.glob('*.cabinet-backup'))), 1, 'backups')


if __name__ == '__main__':
    run(globals())
