#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-47] [W-50] [W-67] [W-167] A backup read beside the live practice."""
import hashlib

from harness import Failed, run, same, wait
from steps import open_client, open_tab, unlock


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def journey_read_only(home):
    """[W-50] A backup opens read-only beside the live practice, and not a byte of it changes"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    folder = home.folder / 'backups'
    folder.mkdir()
    home.cli('backup', 'make', '--to', folder, practice=practice)
    backup = next(folder.glob('*.cabinet-backup'))
    before = digest(backup), sorted(folder.iterdir())
    program = home.start(practice)
    live = program.window()
    unlock(live)
    live.do('win.show-backups')
    wait(lambda: next((n for n in live.walk() if n.role == 'list item' and 'row.open' in n.actions()
                       and n.parent.name == 'Backups'), None), 'the backup in the list').act('row.open')
    wait(lambda: len(program.windows()) == 2, 'a second window')
    second = next(w for w in program.windows() if w != live)
    wait(lambda: any(program.give_keyboard(i) and second.has('active') for i in (1, 0)), 'the keyboard there')
    unlock(second)
    wait(lambda: second.name.endswith('(Read-Only)'), 'the title that says so')
    open_client(second, 'Ann Archer')
    open_tab(second, 'Notes')
    writes = second.find('button', 'Write Note')
    if writes.has('sensitive'):
        raise Failed('a note can be written in a backup')
    second.do('win.close')
    wait(lambda: len(program.windows()) == 1, 'the end of the second window')
    same((digest(backup), sorted(folder.iterdir())), before, 'the backup and its folder')
    if not live.can('win.lock'):
        raise Failed('the live practice is not open any more')


if __name__ == '__main__':
    run(globals())
