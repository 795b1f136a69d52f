#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[V-112] [W-46] [W-159] Everything that can be done in a backup is done, and
not a byte of it changes."""
import hashlib
import os
import pathlib
import re

from harness import Failed, GLib, run, same, wait
from steps import open_client, open_tab, unlock

SOURCE = pathlib.Path(__file__).resolve().parents[2] / 'src/app'
PAGES = ('win.show-today', 'win.show-clients', 'win.show-privacy', 'win.show-backups')
TABS = ('Overview', 'Notes', 'Progress', 'Consent', 'Files')
# These leave the practice or the window, or ask the system for a file or a program.
LEAVES = {'win.lock', 'win.close', 'win.quit', 'win.show-start', 'win.open-sample', 'win.unlock-again',
          'win.open-read-only', 'win.open-snapshot', 'win.use-this-file', 'win.open-anyway', 'win.help',
          'win.open-practice', 'win.open-backup', 'win.new-practice', 'win.save-copy'}
LEAVING = {'Lock', 'Close', 'Minimize', 'Maximize', 'Save a Copy…', 'Print Anchor', 'Print Anchor…'}


def read_flagged():
    """The window's actions without a parameter that the table flags as changing the record."""
    table = (SOURCE / 'cab-window-actions.c').read_text().split('static const CabAction actions[]')[1]
    rows = re.findall(r'\{ "(win\.[a-z-]+)",\s*(NULL|"s"),(.*?)\}', table, re.S)
    return {name for name, parameter, rest in rows if parameter == 'NULL' and 'CAB_ACTION_MUTATES' in rest}


def look_at(path):
    """What must not change: the file, and what is beside it."""
    status = os.stat(path)
    folder = os.stat(path.parent)
    return (hashlib.sha256(path.read_bytes()).hexdigest(), status.st_size, status.st_mtime_ns, status.st_ctime_ns,
            status.st_mode, sorted(os.listdir(path.parent)), folder.st_mtime_ns)


def make_backup(home):
    """A backup of a practice with a client, a signed note, a draft, a mood entry and a consent."""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    for text, *options in (('She slept well.', '--sign'), ('Not finished yet.',)):
        home.cli('note', 'add', 'Ann Archer', '--held-on', '2026-03-02T10:00', '--text', text, *options,
                 practice=practice)
    folder = home.folder / 'backups'
    folder.mkdir()
    home.cli('backup', 'make', '--to', folder, practice=practice)
    return practice, next(folder.glob('*.cabinet-backup'))


def list_window_actions(window):
    """What the window can do on any page."""
    found = set()
    for page in PAGES:
        window.do(page)
        found |= {name for name in window.actions() if name.startswith('win.')}
    return found


def look(window):
    """What is shown, once: asking costs a message each time. A dialog is closed first."""
    def seen():
        nodes = [(n, n.role, n.name) for n in window.walk()]
        if any(role in ('dialog', 'alert') for _, role, _ in nodes):
            window.press('Escape')
            return None
        return nodes
    return wait(seen, 'pages without a dialog')


def find_undone(nodes, done):
    """What was not acted on yet. The rows of the sidebar are pages of their own."""
    return next((each for each in nodes
                 if each[1] in ('button', 'toggle button', 'check box', 'list item') and each[2] not in LEAVING
                 and each[1:] not in done and each[0].has('sensitive') and each[0].actions()
                 and each[0].parent.name != 'Pages'), None)


def act_on_all(window, go, done):
    """Does the act of every button and row of a page, each name once."""
    go([])
    while (found := find_undone(go(look(window)), done)) is not None:
        done.add(found[1:])
        try:
            found[0].act('row.open' if 'row.open' in found[0].actions() else None)
        except (Failed, GLib.Error):
            continue  # it went away, or refuses: both are answers
        if not window.can('win.lock'):
            raise Failed(f'{found[1:]} left the practice')


def journey_same_actions(home):
    """[W-159] What a backup's window cannot do is what the table says changes the record"""
    practice, backup = make_backup(home)
    program = home.start(practice)
    live = program.window()
    unlock(live)
    can_live = list_window_actions(live)
    live.do('win.close')
    same(program.ends(), 0, 'the end of the program')
    program = home.start(backup)
    window = program.window()
    unlock(window)
    same(sorted(can_live - list_window_actions(window)), sorted(read_flagged() & can_live),
         'what only the live practice can do')
    if len(read_flagged() & can_live) < 5:
        raise Failed('the table was not read')


def journey_says_why(home):
    """[W-48] [W-101] [W-123] The lock page of a backup and the keys in it say what read-only means"""
    program = home.start(make_backup(home)[1])
    window = program.window()
    window.says('passphrase of the time it was made', 'not recorded in its activity log')
    unlock(window)
    window.press('ctrl+shift+n')
    program.hears('Read-only')
    window.absent('dialog')


def journey_do_everything(home):
    """[V-112] [W-46] Every act of every page is done in a backup, and nothing of it changes"""
    _, backup = make_backup(home)
    before = look_at(backup)
    program = home.start(backup)
    window = program.window()
    unlock(window)
    done = set()
    for page in PAGES:
        def go(nodes, page=page):
            window.do(page)
            return nodes
        act_on_all(window, go, done)
    for tab in TABS:
        def go(nodes, tab=tab):
            if any(role == 'page tab' and name == tab and node.has('checked') for node, role, name in nodes):
                return nodes
            if not any(role == 'page tab' for _, role, _ in nodes):
                open_client(window, 'Ann Archer')
            open_tab(window, tab)
            return look(window)
        act_on_all(window, go, done)
    for action in sorted(set(window.actions()) - LEAVES):
        if action.startswith('win.') and window.can(action):
            window.do(action)
            look(window)
    if len(done) < 25:
        raise Failed(f'only {len(done)} acts were done')
    print(f'# {len(done)} acts')
    window.do('win.lock')
    window.field('Passphrase')
    window.do('win.quit')
    same(program.ends(), 0, 'the end of the program')
    same(look_at(backup), before, 'the backup and its folder')


if __name__ == '__main__':
    run(globals())
