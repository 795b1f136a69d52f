#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-95] [W-167] A client answers in a window that holds nothing but questions."""
import subprocess

from harness import run, same, wait
from steps import SAMPLE_PASSPHRASE, choose_in_menu, open_client, open_tab
from test_tree import open_sample

CLIENT = 'Sinéad Mbeki-Rowe'
NAMES = ('Sinéad', 'Mbeki')


def hand_over(program, window, item):
    """Chooses what is asked, and gives the window that asks it."""
    choose_in_menu(window, 'Hand to Client…', item)
    return find_front(program)


def find_front(program):
    """The only window of the program that is shown, with the keyboard."""
    def ready():
        shown = [each for each in program.windows() if each.showing]
        return shown[0] if len(shown) == 1 and next(shown[0].find_all('button', 'Give the Computer Back'), None) else None
    window = wait(ready, 'the window of the client, alone')
    wait(program.give_keyboard, 'the keyboard in the window of the client')
    return window


def find_practice(program):
    """The window of the practice, after the client’s is gone."""
    def ready():
        shown = [each for each in program.windows() if each.showing]
        return shown[0] if len(shown) == 1 and shown[0].can('win.lock') else None
    window = wait(ready, 'the window of the practice, alone')
    wait(program.give_keyboard, 'the keyboard in the window of the practice')
    return window


def asks(window, number, question):
    """Waits for that question, and for the focus in what answers it."""
    window.find('label', f'{number} of 21')
    window.find('label', question)
    return wait(lambda: next((n for n in window.walk() if n.has('focused') and n.role in ('slider', 'text')), None),
                f'the focus in the answer to “{question}”')


def check_alone(program, window):
    """Nothing of the practice can be reached: not in the tree, not by a key."""
    said = [n.name + n.description + n.text for each in program.windows() for n in each.walk(hidden=True)]
    same([text for text in said if any(name in text for name in NAMES)], [], 'names in the tree')
    same([each.name for each in window.walk() if 'chart' in each.name], [], 'charts in the tree')
    same([each for each in window.actions() if each.startswith('win.')], [], 'acts of the window')
    window.press('ctrl+l', 'ctrl+k', 'ctrl+n', 'ctrl+f', 'alt+2', 'F1', 'F10', 'Escape')
    asks(window, 1, 'How important is this to you?')
    same(len([each for each in program.windows() if each.showing]), 1, 'windows on screen')


def answer(window, number, digits):
    """A digit, or a 1 and a 0, and Return."""
    question = 'How important is this to you?' if number % 2 else 'How much have you lived it lately?'
    asks(window, number, question)
    window.find('button', 'Next', sensitive=False)
    window.press(*digits)
    window.find('button', 'Next', sensitive=True)
    window.press('Return')


def skip(window, number):
    asks(window, number, 'How important is this to you?')
    window.click(window.find('button', 'Skip', sensitive=True))


def try_to_leave(program, window, key):
    """A key that closes or quits anywhere else asks for the passphrase, and *Stay Here* goes on."""
    window.press(key)
    field = wait(lambda: next(iter(window.find_all('text', focused=True)), None), 'the focus in the passphrase')
    same(field.name.startswith('Passphrase'), True, f'what {key} leads to')
    same(program.process.poll(), None, f'the program after {key}')
    window.click(window.find('button', 'Stay Here', sensitive=True))
    window.absent('button', 'Stay Here')


def give_back(program, window):
    """A wrong passphrase is refused, the right one leads to the practice."""
    window.click(window.find('button', 'Give the Computer Back'))
    wait(lambda: next(iter(window.find_all('text', focused=True)), None), 'the focus in the passphrase')
    window.type('some other words')
    window.press('Return')
    window.says('That passphrase did not open this file')
    same([each for each in program.windows() if each.showing and each.can('win.lock')], [], 'the practice on screen')
    wait(lambda: next(iter(window.find_all('text', focused=True)), None), 'the focus in the passphrase again')
    window.press('ctrl+a')
    window.type(SAMPLE_PASSPHRASE)
    window.press('Return')
    return find_practice(program)


def journey_values(home):
    """[W-95] A round of values: one question a page, no way out but the passphrase, kept as the client's own"""
    program, window = open_sample(home)
    open_client(window, CLIENT)
    open_tab(window, 'Progress')
    before = sum(n.role == 'list item' for n in window.find('list', 'Rounds of values').children())
    window = hand_over(program, window, 'Values')
    asks(window, 1, 'How important is this to you?')
    check_alone(program, window)
    for key in ('alt+F4', 'ctrl+q', 'ctrl+w'):
        try_to_leave(program, window, key)
    answer(window, 1, '9')
    asks(window, 2, 'How much have you lived it lately?')
    window.absent('button', 'Skip')
    window.click(window.find('button', 'Back', sensitive=True))
    asks(window, 1, 'How important is this to you?')
    window.press('1', '0', 'Return')
    answer(window, 2, '4')
    for number in range(3, 21, 2):
        skip(window, number)
    asks(window, 21, 'Is there one thing you would like to do next?')
    window.type('a walk by the river')
    window.press('Return')
    window.find('label', 'Thank You')
    # [F-63] The text of the practice, and no number.
    window.says('If you cannot keep yourself safe')
    same([n.name for n in window.walk() if any(c.isdigit() for c in n.name)], [], 'numbers on the page of thanks')
    window = give_back(program, window)
    wait(lambda: sum(n.role == 'list item' for n in window.find('list', 'Rounds of values').children()) == before + 1,
         'one round more')
    same([n.name for n in window.find_all('page tab', checked=True)], ['Progress'], 'the tab')


if __name__ == '__main__':
    run(globals())
