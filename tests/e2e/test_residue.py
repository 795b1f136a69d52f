#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[V-173] [V-214] [V-215] After locking, what was open is nowhere but in its file."""
import os
import pathlib
import re
import subprocess
import time

from harness import PASSPHRASE, PROGRAM, Failed, run, same, wait
from residue import Canaries, Display, find_in_files, find_in_memory, is_readable, is_sanitized
from steps import open_client, open_row, open_tab, unlock
from tally import tally

# In every word that is somebody's, so that half a word is found as well; no library and no
# sentence of the program has it, and it is never the first of a word, whose case may change.
MARK = 'zwqvjk'
GIVEN, FAMILY = f'Quil{MARK}a', f'Zym{MARK}ow'
SAVED = f'Yester{MARK}frost trel{MARK}is ombre{MARK}lune. ' + 'We walked on for a while. ' * 40 + f'Grackle{MARK}down.'
TYPED = f' Vexil{MARK}ant pome{MARK}grove tarn{MARK}whistle.'
REPLACED = f'Snicker{MARK}moth'
SEARCHED = f'Wolf{MARK}bane'
MOOD = f'Tremble{MARK}leaf'
# What a second after locking is still on its way, a slow computer may take longer for.
SECONDS = 20


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


def start(home, practice, **environment):
    """The program as a clinician has it: the tests' own wiping of memory is off, a dictionary is there."""
    home.environment.pop('MALLOC_PERTURB_', None)
    return home.start(practice, GSETTINGS_BACKEND='keyfile', LANGUAGE='en_GB', **environment)


def look_around(window):
    """Names and words in the dialog for a name, on the pages of a client, and in the search."""
    window.press('ctrl+k')
    dialog = window.find('dialog')
    wait(lambda: next((n for n in dialog.walk() if n.role in ('text', 'entry') and n.has('focused')), None),
         'the focus in the field for a name')
    window.type(SEARCHED)
    window.press('Escape')
    window.absent('dialog')
    window.do('win.search-anywhere')
    wait(lambda: window.field('Search everything').has('focused'), 'the focus in the words')
    window.type(f'ombre{MARK}lune')
    wait(lambda: any(MARK in row.name for each in window.find_all('list', 'Results') for row in each.children()),
         'the note among the results')
    open_client(window, f'{GIVEN} {FAMILY}')
    open_tab(window, 'Progress')
    window.press('ctrl+shift+e')
    wait(lambda: next(window.find_all(None, 'How it felt', focused=True), None), 'the focus on the grid')
    window.field('Note').write(MOOD)


def write_note(window):
    """A note written, replaced, copied, cut and pasted, checked for spelling, its menu left open."""
    open_client(window, f'{GIVEN} {FAMILY}')
    open_tab(window, 'Notes')
    open_row(window, 'Notes', MARK)
    wait(lambda: next(window.find_all('text', 'Text of the note', focused=True), None), 'the focus in the text')
    wait(lambda: SAVED in text(window), 'the saved text')
    window.press('ctrl+End')
    window.type(REPLACED)
    wait(lambda: REPLACED in text(window), 'the first words')
    window.press('ctrl+shift+Left')
    window.type(TYPED)
    window.says('Saved')
    window.press('ctrl+a', 'ctrl+c')
    wait(lambda: 'CLIPBOARD' in Display().list_owned_selections(), 'what was copied')
    window.press('ctrl+x')
    wait(lambda: not text(window), 'the text that was cut')
    window.press('ctrl+v')
    wait(lambda: TYPED in text(window), 'the text that was pasted')
    window.press('F7', 'shift+F10')
    wait(lambda: next(window.find_all('menu item', focused=True), None), 'the menu of the text')


def text(window):
    return window.field('Text of the note').text


def make(home):
    practice = home.make_practice()
    client = home.cli('client', 'add', '--given-name', GIVEN, '--family-name', FAMILY, practice=practice).split()[0]
    home.cli('note', 'add', client, '--text', SAVED, practice=practice)
    home.cli('mood', 'add', client, '--valence', '1', '--arousal', '1', '--entry-source', 'in-session',
             '--entry-note', MOOD, practice=practice)
    home.share_moods(practice, client)
    told = home.cli('practice', 'raw-key', practice=practice)
    return practice, bytes.fromhex(re.search(r'[0-9a-fA-F]{64}', told)[0])


def tell(found):
    return '\n'.join(f'{which}: {" ".join(map(str, where))}' for which, *where in found[:40])


def is_searched(program):
    """Whether the memory of the program can be searched, and has its own allocator."""
    if not is_readable(program.process.pid):
        print('# the memory of the program was not searched: only root may read it')
    elif is_sanitized(PROGRAM):
        print('# the memory of the program was not searched: a sanitizer keeps what is freed')
    else:
        return True
    return False


def check_memory(program, canaries):
    """Nothing is left; what other threads had in hand may take a moment to go."""
    found = find_in_memory(program.process.pid, canaries)
    print(f'# {len(found)} left at once', flush=True)
    end = time.monotonic() + SECONDS
    while found and time.monotonic() < end:
        time.sleep(0.5)
        found = find_in_memory(program.process.pid, canaries)
    if found:
        raise Failed(f'{len(found)} left in memory:\n{tell(found)}')


def lock(home, window):
    """As the desktop asks for it, whatever is open."""
    subprocess.run([PROGRAM, '--lock'], env=home.environment, check=True, timeout=30)
    window.field('Passphrase')
    wait(lambda: not Display().list_owned_selections(), 'that nothing is left to paste')


def journey_residue(home):
    """[V-214] [V-215] [V-172] Locked, no passphrase, key or word is left in memory, and no word in files or clipboard"""
    practice, key = make(home)
    program = start(home, practice)
    window = program.window()
    canaries = Canaries([MARK, PASSPHRASE[:24], PASSPHRASE[24:]], [key])
    searched = is_searched(program)
    with tally('V-214', 'window', 'searches of the memory after locking') as counted:
        for visit in (look_around, write_note):
            unlock(window)
            visit(window)
            if searched and not find_in_memory(program.process.pid, Canaries([MARK])):
                raise Failed('the search finds nothing while a client is shown')
            lock(home, window)
            same({title for title in list_titles(program)} - {'', 'cabinet', 'Cabinet – Locked'}, set(), 'titles of windows')
            if searched:
                check_memory(program, canaries)
            counted.done += searched
        counted.asked = 2
    with tally('V-215', 'window', 'journeys through the window') as counted:
        found = find_in_files(list_folders(home), canaries, [home.folder / 'passphrase'])
        if found:
            raise Failed(f'{len(found)} left in files:\n{tell(found)}')
        counted.done = 1


def press(*keys):
    subprocess.run(['xdotool', 'key', '--delay', '20', *keys], check=True, capture_output=True)


def type_words(words):
    subprocess.run(['xdotool', 'type', '--delay', '5', '--', words], check=True, capture_output=True)


def journey_unread(home):
    """[V-214] The same without a screen reader: nothing is told, and nothing is left"""
    practice, key = make(home)
    program = start(home, practice, GTK_A11Y='none')
    if not is_searched(program):
        return

    def has(word):
        return find_in_memory(program.process.pid, Canaries([word]))
    wait(lambda: 'Cabinet – Locked' in list_titles(program), 'the lock page')
    wait(program.give_keyboard, 'the keyboard in the window')
    type_words(PASSPHRASE)
    press('Return')
    wait(lambda: 'Elm Street' in list_titles(program), 'the open practice')
    press('ctrl+f')
    type_words(f'ombre{MARK}lune')
    # The words around it, and then the whole of it.
    wait(lambda: has(f'trel{MARK}is'), 'the note among the results')
    wait(lambda: press('Down', 'Return') or has(f'Grackle{MARK}down'), 'the note')
    type_words(TYPED)
    wait(lambda: has(f'tarn{MARK}whistle'), 'the words that were typed')
    press('ctrl+a', 'ctrl+c')
    wait(lambda: 'CLIPBOARD' in Display().list_owned_selections(), 'what was copied')
    begun = time.monotonic()
    press('ctrl+l')
    wait(lambda: 'Cabinet – Locked' in list_titles(program), 'the lock page')
    print(f'# locked {1000 * (time.monotonic() - begun):.0f} ms after the keys', flush=True)
    with tally('V-214', 'window without a screen reader', 'searches of the memory after locking') as counted:
        check_memory(program, Canaries([MARK, PASSPHRASE[:24], PASSPHRASE[24:]], [key]))
        counted.done = 1


if __name__ == '__main__':
    run(globals())
