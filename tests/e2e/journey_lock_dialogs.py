#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[V-221] [W-43] Locking by its key with every dialog open that the window has."""
import pathlib
import re
import time

from harness import Failed, run, same, wait
from journey_consent import open_purpose
from journey_lock import check_locked, signal_saver
from steps import choose_path, open_client, open_tab, unlock
from tally import tally

UI = pathlib.Path(__file__).parents[2] / 'ui'
CLIENT = 'Sinéad Mbeki-Rowe'


def list_dialogs():
    """The dialogs of ui/: what a template or the toolkit makes one."""
    found = set()
    for file in UI.rglob('*.blp'):
        template = re.search(r'^template \$\w+: Adw\.\w*Dialog\b', file.read_text(), re.MULTILINE)
        if template:
            found.add(file.stem.removeprefix('cab-').removesuffix('-dialog'))
    return found


def find_dialog(window, name=None):
    wait(lambda: next((n for n in window.walk() if n.role in ('dialog', 'alert') and name in (None, n.name)), None),
         f'the dialog {name or ""}')


def act(action):
    def open_it(window):
        window.do(action)
        find_dialog(window)
    return open_it


def press_button(page, name, *then):
    def open_it(window):
        window.do(page)
        window.find('button', name, sensitive=True).act()
        find_dialog(window)
        for step in then:
            step(window)
    return open_it


def choose_client(window):
    wait(lambda: any(n.role == 'list item' for n in window.find('list', 'Clients').children()), 'the people to choose')
    window.press('Return')
    find_dialog(window, 'Record Disclosure')


def open_consent(window):
    open_client(window, CLIENT)
    open_tab(window, 'Consent')
    open_purpose(window, 'Research')
    window.find('button', lambda name: name in ('Grant…', 'Renew…'), sensitive=True).act()
    find_dialog(window)


def open_bundle_check(window):
    """Of any file: what is no bundle is said to be none in the same dialog."""
    window.do('win.show-privacy')
    window.find('button', 'Check a Bundle…', sensitive=True).act()
    choose_path(window.program, window, 'Choose the Recipient’s Copy', pathlib.Path(__file__).resolve())
    find_dialog(window)


def act_on_backup(action):
    """An act of the one backup's row."""
    def open_it(window):
        window.do('win.show-backups')
        wait(lambda: next((n for n in window.walk() if action in n.actions()), None), 'the backup').act(action)
        find_dialog(window)
    return open_it


def open_recovery(window):
    signal_saver('org.gnome.ScreenSaver')
    wait(lambda: window.name == 'Cabinet – Locked', 'the lock page')
    window.do('win.use-recovery-sheet')
    find_dialog(window)


# How each dialog of ui/ is opened in an open practice, by the stem of its file.
DIALOGS = {
    'consent': open_consent,
    'disclosure': press_button('win.show-privacy', 'Record Disclosure…', choose_client),
    'export': act('win.export-practice'),
    'go-to': act('win.go-to-client'),
    'import': act('win.import'),
    'log-filter': press_button('win.show-privacy', 'Filter…'),
    'preferences': act('win.preferences'),
    'record': act('win.new-client'),
    'restore': act_on_backup('row.restore'),
    'shortcuts': act('win.shortcuts'),
}

# These are for a file that is locked, or lock before they open.
AFTER_LOCK = {
    'recovery': open_recovery,
    'new-practice': act('win.new-practice'),
}

# For these a file is chosen first.
CHOOSING = {
    'bundle-check': open_bundle_check,
}

# Those of the toolkit, and questions.
OTHERS = {
    'about': act('win.about'),
    'remove backup': act_on_backup('row.remove'),
}


def lock_over(program, window, name, open_it, lock):
    open_it(window)
    began = time.monotonic()
    lock()
    check_locked(program, window, began, f'the dialog {name}', names=(CLIENT,))
    unlock(window)
    if any(n.role in ('dialog', 'alert') for n in window.walk()):
        raise Failed(f'{name} came back')


def journey_every_dialog(home):
    """[V-221] No dialog survives a lock, and none asks whether it may"""
    same(sorted(list_dialogs()), sorted({**DIALOGS, **CHOOSING, **AFTER_LOCK}), 'the dialogs of ui/ in the table of this journey')
    practice, folder = home.folder / 'home' / 'Practice.cabinet', home.folder / 'backups'
    folder.mkdir()
    home.cli('practice', 'create', practice, '--sample', '--clients', '12')
    home.cli('backup', 'make', '--to', folder, practice=practice)
    program = home.start(practice)
    window = program.window()
    unlock(window)
    with tally('V-221', 'dialogs', 'locks') as counted:
        for name, open_it in {**OTHERS, **DIALOGS}.items():
            lock_over(program, window, name, open_it, lambda: window.press('ctrl+l'))
            counted.done += 1
    for name, open_it in AFTER_LOCK.items():
        open_it(window)
        same(window.can('win.lock'), False, f'an open practice under {name}')
        window.press('Escape')
        window.absent('dialog')
    # Last: the toolkit's window to choose a file keeps the keyboard, which a window manager would give back.
    unlock(window)
    with tally('V-221', 'choosing a file', 'locks') as counted:
        for name, open_it in CHOOSING.items():
            lock_over(program, window, name, open_it, lambda: signal_saver('org.gnome.ScreenSaver'))
            counted.done += 1


if __name__ == '__main__':
    run(globals())
