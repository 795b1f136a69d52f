#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-174] Random presses over the sample practice, locked and unlocked between.

test_fuzz.py [presses]: as many steps as in CABINET_FUZZ_STEPS, from the seed in
CABINET_FUZZ_SEED; both are printed. A step is an act that some node offers at
that moment, an action of the window, a key or a text in a field.
"""
import os
import random

from harness import Failed, GLib, run, turn, wait
from steps import SAMPLE_PASSPHRASE
from test_tree import open_sample

STEPS = int(os.environ.get('CABINET_FUZZ_STEPS', '60'))
SEED = int(os.environ.get('CABINET_FUZZ_SEED', '1'))
# How many steps lie between two locks.
LOCK_EVERY = 25
KEYS = ('Escape', 'Escape', 'Tab', 'shift+Tab', 'Return', 'space', 'Down', 'Up', 'Left', 'Right', 'Home', 'End',
        'Page_Down', 'Delete', 'BackSpace', 'F6', 'F7', 'F9', 'F10', 'F11', 'alt+Left', 'alt+1', 'alt+2', 'alt+3',
        'ctrl+n', 'ctrl+shift+n', 'ctrl+k', 'ctrl+f', 'ctrl+e', 'ctrl+g', 'ctrl+h', 'ctrl+z', 'ctrl+shift+z',
        'ctrl+Return', 'ctrl+shift+Return', 'ctrl+shift+b', 'ctrl+shift+e', 'ctrl+Page_Down', 'ctrl+Page_Up',
        'ctrl+a', 'ctrl+plus', 'ctrl+0', 'alt+Return')
TEXTS = ('', 'a', 'Ann', '2026-02-30', '2026-03-04', '-1', '١٢', '“quoted” & <b>', 'x' * 400, 'one\ntwo', '%s', '7')
# What ends the program, leaves the sample practice or belongs to other programs.
LEFT_OUT = {'win.quit', 'win.close', 'win.new-practice', 'win.show-start', 'window.close', 'window.minimize',
            'window.toggle-maximized'}
BUTTONS_LEFT_OUT = {'Close', 'Minimize', 'Maximize', 'Delete Sample…', 'Show in Files'}
# Acts that every text and list offers, of the toolkit's own.
TOOLKIT = ('clipboard', 'selection', 'link', 'menu', 'misc', 'list', 'listitem', 'text', 'default', 'response')
FIELDS = ('text', 'entry', 'spin button')


def list_acts(node):
    """What the node offers now: (what to call it, call it)."""
    if not node.has('sensitive') or node.name in BUTTONS_LEFT_OUT:
        return []
    acts = [(f'{name} of {node}', lambda name=name: node.act(name)) for name in node.actions()
            if name not in LEFT_OUT and name.split('.')[0] not in TOOLKIT]
    if node.role in FIELDS and 'assphrase' not in node.name:
        acts.append((f'write into {node}', lambda: node.write(random.choice(TEXTS))))
    return acts


def find_act(window):
    """An act of some node that is shown, by a random way down the tree: to look
    at every node each time would take most of the time."""
    for _ in range(40):
        node = window
        while True:
            below = [child for child in node.children() if child.showing]
            if not below:
                break
            node = random.choice(below)
            acts = list_acts(node)
            if acts and random.random() < 0.6:
                return random.choice(acts)
    return 'Escape', lambda: window.press('Escape')


def close_other(program, other, name):
    """Escape may be taken by a menu that was open before."""
    for attempt in range(5):
        program.toolkit_dialog(name).press('Escape')
        try:
            return wait(lambda: other not in program.windows(), f'that “{name}” is closed', 5)
        except Failed:
            if attempt == 4:
                raise


def close_others(program, window):
    """Closes a dialog of the toolkit or a window beside."""
    others = [each for each in program.windows() if each != window and each.showing]
    for each in others:
        close_other(program, each, each.name)
    if others:
        program.window()
    return bool(others)


def take_step(program, window):
    """One random act, and its name."""
    if close_others(program, window):
        return 'closed another window'
    drawn = random.random()
    try:
        if drawn < 0.25:
            name = random.choice(KEYS)
            window.press(name)
            return name
        name, act = random.choice(list_acts(window)) if drawn < 0.35 else find_act(window)
        act()
    except (Failed, GLib.Error):
        # Gone or switched off between the look and the act, as for a slow hand.
        return 'nothing'
    return name


def unlock_sample(program, window):
    """Whatever lies over the lock page, and wherever the keyboard is."""
    if close_others(program, window) or next(window.find_all('dialog'), None):
        window.press('Escape')
        return
    field = next(window.find_all('text', lambda name: name.startswith('Passphrase')), None)
    if field is None:
        sample = next(window.find_all('button', 'Try with Sample Data', sensitive=True), None)
        if sample is not None:
            sample.act()
        return
    field.write(SAMPLE_PASSPHRASE)
    window.find('button', 'Unlock', sensitive=True).act()
    wait(lambda: window.can('win.lock') or next(window.find_all('text', invalid_entry=True), None), 'an answer')


def lock_and_unlock(program, window):
    if window.can('win.lock'):
        window.act('win.lock')
        wait(lambda: not window.can('win.lock'), 'the lock page')
    for _ in range(20):
        if window.can('win.lock'):
            return
        unlock_sample(program, window)
        turn()
    raise Failed('the sample practice cannot be opened again')


def check_alive(program, trail):
    if program.process.poll() is not None:
        raise Failed(f'the program ended with {program.process.returncode}')


def walk(program, window, trail):
    for number in range(STEPS):
        if number % LOCK_EVERY == LOCK_EVERY - 1:
            trail.append('lock')
            lock_and_unlock(program, window)
        elif not window.can('win.lock'):
            trail.append('unlock')
            unlock_sample(program, window)
        else:
            trail.append(take_step(program, window))
        for _ in range(random.randint(1, 6)):
            turn()
        check_alive(program, trail)


def journey_fuzz(home):
    """[W-174] Random presses leave no critical and a sound file"""
    print(f'# seed {SEED}, {STEPS} steps', flush=True)
    random.seed(SEED)
    program, window = open_sample(home)
    trail = []
    try:
        walk(program, window, trail)
        lock_and_unlock(program, window)
    except Exception as error:
        last = '\n'.join(f'{len(trail) - 12 + i}: {each}' for i, each in enumerate(trail[-12:]))
        raise Failed(f'{error}\nseed {SEED}, after these steps:\n{last}') from error
    window.do('win.quit')
    if program.ends() != 0:
        raise Failed(f'the program ended with {program.process.returncode}')
    practice = next((home.folder / 'data').rglob('*.cabinet'))
    print('#', home.cli('practice', 'check', practice=practice, passphrase=SAMPLE_PASSPHRASE).strip().replace('\n', '\n# '))


if __name__ == '__main__':
    run(globals())
