#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[V-173] [V-214] [V-215] After locking, what was open is nowhere but in its file."""
import os
import pathlib
import re
import subprocess

from harness import PASSPHRASE, Failed, run, same, wait
from residue import Canaries, Display, find_in_files, find_in_memory, is_readable
from steps import open_client, open_row, open_tab, unlock

GIVEN, FAMILY = 'Quillanda', 'Zymbrowska'
# Each word is one that no library and no sentence of the program has.
SAVED = 'Yesterfrost trellished ombrelune grackledown.'
TYPED = 'Vexillant pomegrove tarnwhistle underquake.'
REPLACED = 'Snickermoth'
SEARCHED = 'Wolfrabane'
WORDS = [GIVEN, FAMILY, REPLACED, SEARCHED, *SAVED.rstrip('.').split(), *TYPED.rstrip('.').split()]


def list_folders(home):
    """Where this journey's program can write: its home, and that of its session."""
    return [home.folder] + [pathlib.Path(os.environ[name]) for name in
                            ('HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME',
                             'XDG_RUNTIME_DIR')]


def list_titles(program):
    """The names of all windows of the program, shown or not, as the display knows them."""
    ids = subprocess.run(['xdotool', 'search', '--pid', str(program.process.pid)], capture_output=True, text=True)
    return [subprocess.run(['xdotool', 'getwindowname', each], capture_output=True, text=True).stdout.strip()
            for each in ids.stdout.split()]


def live(home, practice):
    """Opens a client, reads a note, writes one, copies and searches, and stops in mid-sentence."""
    # What the tests set for themselves the computer of a clinician does not.
    home.environment.pop('MALLOC_PERTURB_', None)
    program = home.start(practice, GSETTINGS_BACKEND='keyfile')
    window = program.window()
    unlock(window)
    window.press('ctrl+k')
    dialog = window.find('dialog')
    wait(lambda: next((n for n in dialog.walk() if n.role in ('text', 'entry') and n.has('focused')), None),
         'the focus in the field for a name')
    window.type(SEARCHED)
    window.press('Escape')
    window.absent('dialog')
    open_client(window, f'{GIVEN} {FAMILY}')
    open_tab(window, 'Notes')
    window.press('ctrl+n')
    text = wait(lambda: next(window.find_all('text', 'Text of the note', focused=True), None), 'the focus in the text')
    window.type(REPLACED)
    wait(lambda: REPLACED in text.text, 'the first words')
    window.press('ctrl+a')
    window.type(TYPED)
    window.says('Saved')
    window.press('ctrl+a', 'ctrl+c')
    wait(lambda: 'CLIPBOARD' in Display().list_owned_selections(), 'what was copied')
    return program, window


def make(home):
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', GIVEN, '--family-name', FAMILY, practice=practice)
    home.cli('note', 'add', FAMILY, '--text', SAVED, practice=practice)
    told = home.cli('practice', 'raw-key', practice=practice)
    return practice, bytes.fromhex(re.search(r'[0-9a-fA-F]{64}', told)[0])


def tell(found):
    return '\n'.join(f'{which}: {" ".join(map(str, where))}' for which, *where in found[:40])


def journey_residue(home):
    """[V-214] [V-215] [V-172] Locked, no passphrase, key or word is left in memory, and no word in files or clipboard"""
    practice, key = make(home)
    program, window = live(home, practice)
    canaries = Canaries([*WORDS, PASSPHRASE[:24], PASSPHRASE[24:]], [key])
    readable = is_readable(program.process.pid)
    if readable and not find_in_memory(program.process.pid, Canaries(WORDS)):
        raise Failed('the search finds nothing while the note is open')
    window.press('ctrl+l')
    window.field('Passphrase')
    wait(lambda: not Display().list_owned_selections(), 'that nothing is left to paste')
    same({title for title in list_titles(program)} - {'', 'cabinet', 'Cabinet – Locked'}, set(), 'titles of windows')
    if readable:
        found = find_in_memory(program.process.pid, canaries)
        if found:
            raise Failed(f'{len(found)} left in memory:\n{tell(found)}')
    else:
        print('# the memory of the program was not searched: only root may read it')
    found = find_in_files(list_folders(home), canaries, [home.folder / 'passphrase'])
    if found:
        raise Failed(f'{len(found)} left in files:\n{tell(found)}')


if __name__ == '__main__':
    run(globals())
