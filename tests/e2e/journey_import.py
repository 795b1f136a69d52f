#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[B-73] [B-78] [B-84] [W-97] Taking in a list of people and a bundle."""
import csv

from harness import run, same
from steps import go_on, unlock

HEADING = 'First Name,Last Name,DOB\n'
WRONG = HEADING + 'Ann,Archer,1990-02-03\nBob,Brown,1999-99-99\n'
RIGHT = HEADING + 'Ann,Archer,1990-02-03\nBob,Brown,1999-09-09\n'


def list_names(home, practice):
    told = home.cli('client', 'list', '--format', 'csv', practice=practice)
    return sorted(row['given_name'] for row in csv.DictReader(told.lstrip('\ufeff').splitlines()))


def start(home, practice, file):
    """The practice, and the assistant with the file, which waits for the unlocking."""
    program = home.start(practice)
    window = program.window()
    unlock(window)
    home.start(file).ends()
    window.find('dialog')
    return program, window


def journey_list(home):
    """[B-84] A wrong row is named with row and column and changes nothing; mended, the list comes in"""
    practice = home.make_practice()
    path = home.folder / 'people.csv'
    path.write_text(WRONG)
    program, window = start(home, practice, path)
    go_on(window)
    window.says('Row 3, Date of birth: 1999-99-99 is no date')
    window.find('button', 'Import', sensitive=False)
    window.do('win.quit')
    program.ends()
    same(list_names(home, practice), [], 'clients after a wrong row')

    path.write_text(RIGHT)
    program, window = start(home, practice, path)
    go_on(window)
    go_on(window, 'Import')
    window.says('2 people were added')
    program.hears('2 people were added')
    go_on(window, 'Done')
    window.absent('dialog')
    window.do('win.quit')
    program.ends()
    same(list_names(home, practice), ['Ann', 'Bob'], 'clients')
    same(len(list(practice.parent.glob('*.cabinet-backup'))), 1, 'backups')


if __name__ == '__main__':
    run(globals())
