#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-21] [W-98] [W-167] What left the practice, and what was done in it."""
from harness import Failed, run, same, wait
from steps import ADDRESSES, unlock


def open_privacy(home, practice):
    program = home.start(practice)
    window = program.window()
    unlock(window)
    window.press('alt+3')
    window.find('page tab', 'Disclosures', selected=True)
    return window


def list_rows(window, name):
    return [row.name for each in window.find_all('list', name) for row in each.children() if row.role == 'list item']


def move_to(window, title):
    """Presses Tab until the focus is in the field of that title."""
    def focused():
        return next((n for n in window.walk() if n.has('focused', 'focusable')), None)
    for _ in range(20):
        before = wait(focused, 'a focused node')
        if before.name.startswith(title):
            return
        window.press('Tab')
        wait(lambda: (now := focused()) and now != before, f'the focus to leave {before}')
    raise Failed(f'Tab does not lead to {title}')


def read_line(item):
    return next((n.text for n in item.walk() if n.role == 'label'), '')


def look_at_choices(window):
    """The lines of the open list, and the one that has the focus."""
    focused = next((n for n in window.find_all('list item') if n.has('focused')), None)
    if focused is None:
        return None
    return [read_line(each) for each in focused.parent.children()], read_line(focused)


def choose(window, title, choice):
    """Opens the list of a choice by key and moves to the line that is meant."""
    move_to(window, title)
    window.press('space')
    lines, words = wait(lambda: look_at_choices(window), 'the open list')
    while words != choice:
        window.press('Down' if lines.index(words) < lines.index(choice) else 'Up')
        # The first key of an open list only shows where the focus is: then one more is needed.
        try:
            lines, words = wait(lambda: (now := look_at_choices(window)) and now[1] != words and now, 'a step', 2)
        except Failed:
            continue
    window.press('Return')
    wait(lambda: window.focus().name.startswith(title), f'the focus back at {title}')


def journey_disclosures(home):
    """[W-98] An export of the command line is in the register; a talk on the phone is added by keyboard"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    for field, value in ADDRESSES:
        home.cli('practice', 'set', field, value, practice=practice)
    home.cli('bundle', 'export', 'Ann', '--profile', 'access', '--to', home.folder / 'ann.zip', '--plain',
             '--asked-by', 'Ann Archer', practice=practice)
    window = open_privacy(home, practice)
    rows = wait(lambda: list_rows(window, 'Disclosures'), 'the register')
    same(len(rows), 1, 'rows of the register')
    same(rows[0].startswith('Ann Archer, to Ann Archer'), True, rows[0])

    window.press('alt+r')
    window.find('dialog')
    wait(lambda: any('Ann Archer' in name for name in list_rows(window, 'Clients')), 'Ann in the list')
    window.press('Return')
    window.find('dialog', 'Record Disclosure')
    choose(window, 'To whom', 'To someone else')
    move_to(window, 'Recipient')
    window.type('Dr Hill')
    move_to(window, 'What was disclosed')
    window.type('That she comes to sessions')
    move_to(window, 'Purpose')
    window.type('The surgery asked')
    choose(window, 'Ground', 'Required by law')
    choose(window, 'Way', 'Phone')
    choose(window, 'Protection', 'None')
    wait(lambda: next(window.find_all('button', 'Record', sensitive=True), None), 'Record to be possible')
    window.press('alt+r')
    window.absent('dialog')
    wait(lambda: any(row.startswith('Ann Archer, to Dr Hill') for row in list_rows(window, 'Disclosures')),
         'the new row')
    window.do('win.lock')
    window.field('Passphrase')
    same('Dr Hill' in home.cli('disclosure', 'list', '--format', 'csv', practice=practice), True,
         'Dr Hill is in the list of the command line')


def journey_log(home):
    """[W-98] [V-83] The log says that it is unbroken, and what a change did"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    home.cli('client', 'edit', 'Ann', '--occupation', 'engineer', practice=practice)
    window = open_privacy(home, practice)
    window.find('page tab', 'Activity Log').act()
    window.find('page tab', 'Activity Log', selected=True)
    wait(lambda: any('Occupation, before: nothing, after: engineer' in row
                     for row in list_rows(window, 'Activity Log')), 'the change in the log')
    window.press('alt+v')
    window.says('Unbroken, ', ' entries, no anchor printed yet')


if __name__ == '__main__':
    run(globals())
