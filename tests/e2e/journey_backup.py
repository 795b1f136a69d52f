#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-47] [W-50] [W-67] [W-167] A backup read beside the live practice."""
import hashlib

from harness import Failed, run, same, wait
from steps import budget, go_to, open_client, open_row, open_tab, unlock


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def journey_read_only(home):
    """[W-50] [W-67] A backup opens read-only beside the live practice, and not a byte of it changes"""
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
    with budget(live, 6, 'a look into a backup'):
        live.press('alt+4')
        row = wait(lambda: next((n for n in live.walk() if n.role == 'list item' and 'row.open' in n.actions()
                                 and n.parent.name == 'Backups'), None), 'the backup in the list')
        live.click(row, 'row.open')
        wait(lambda: len(program.windows()) == 2, 'a second window')
        second = next(w for w in program.windows() if w != live)
        wait(lambda: any(program.give_keyboard(i) and second.has('active') for i in (1, 0)), 'the keyboard there')
        unlock(second)
        wait(lambda: second.name.endswith('(Read-Only)'), 'the title that says so')
        go_to(second, 'archer', 'Ann Archer')
    open_tab(second, 'Notes')
    writes = second.find('button', 'Write Note')
    if writes.has('sensitive'):
        raise Failed('a note can be written in a backup')
    second.do('win.close')
    wait(lambda: len(program.windows()) == 1, 'the end of the second window')
    same((digest(backup), sorted(folder.iterdir())), before, 'the backup and its folder')
    if not live.can('win.lock'):
        raise Failed('the live practice is not open any more')


def journey_restore_note(home):
    """[W-52] A note that only a backup has is back in the practice in at most 8 steps"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    early, late = home.folder / 'early', home.folder / 'late'
    for folder in (early, late):
        folder.mkdir()
    home.cli('backup', 'make', '--to', early, practice=practice)
    home.cli('note', 'add', 'Ann Archer', '--held-on', '2026-03-02T10:00', '--text', 'She found the letter.',
             practice=practice)
    home.cli('backup', 'make', '--to', late, practice=practice)
    backup = next(late.glob('*.cabinet-backup'))
    home.cli('backup', 'restore', next(early.glob('*.cabinet-backup')), '--to', practice)
    same(home.cli('note', 'list', 'Ann Archer', '--format', 'csv', practice=practice).count('\n'), 1, 'no note')
    before = digest(backup), sorted(late.iterdir())

    # The restored file's own list knows only what it knew: the later backup is opened by its file.
    program = home.start(practice)
    live = program.window()
    unlock(live)
    home.start(backup)
    second = wait(lambda: next((w for w in program.windows() if w != live), None), 'a second window')
    wait(lambda: any(program.give_keyboard(i) and second.has('active') for i in (1, 0)), 'the keyboard there')
    program.presses = 0
    unlock(second)
    second.find('button', 'Compare with Current…').act()
    open_row(second, 'Differences', 'Session')
    second.says('She found the letter.')
    second.find('button', 'Copy to Current Practice…').act()
    second.find('button', 'Copy', sensitive=True).act()
    program.hears('Copied')
    steps = 1 + program.presses + 4
    if steps > 8:
        raise Failed(f'{steps} steps')
    open_client(live, 'Ann Archer')
    open_tab(live, 'Notes')
    live.says('She found the letter.')
    same((digest(backup), sorted(late.iterdir())), before, 'the backup and its folder')


if __name__ == '__main__':
    run(globals())
