#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-95] [W-167] A client answers in a window that holds nothing but questions."""
import re

from harness import PASSPHRASE, run, same, wait
from steps import SAMPLE_PASSPHRASE, choose_in_menu, open_client, open_tab, start_with_client, unlock
from test_tree import open_sample

CLIENT = 'Sinéad Mbeki-Rowe'
NAMES = ('Sinéad', 'Mbeki')
ANSWERS = ('slider', 'text', 'table', 'table cell')


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
    window.find('label', lambda name: re.fullmatch(f'{number} of [0-9]+', name))
    window.find('label', question)
    return wait(lambda: next((n for n in window.walk() if n.has('focused') and n.role in ANSWERS), None),
                f'the focus in the answer to “{question}”')


def go_on(window):
    window.click(window.find('button', 'Next', sensitive=True))


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


def give_back(program, window, passphrase=SAMPLE_PASSPHRASE):
    """A wrong passphrase is refused, the right one leads to the practice."""
    window.click(window.find('button', 'Give the Computer Back'))
    wait(lambda: next(iter(window.find_all('text', focused=True)), None), 'the focus in the passphrase')
    window.type('some other words')
    window.press('Return')
    window.says('That passphrase did not open this file')
    same([each for each in program.windows() if each.showing and each.can('win.lock')], [], 'the practice on screen')
    wait(lambda: next(iter(window.find_all('text', focused=True)), None), 'the focus in the passphrase again')
    window.press('ctrl+a')
    window.type(passphrase)
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


def count_entries(window):
    """What the sentence of the chart says: “Pleasantness over 42 entries (…”"""
    sentence = wait(lambda: next(window.find_all('grouping', 'Mood, line chart'), None), 'the chart').description
    return int(re.search(r'over (\d+) entries', sentence)[1])


def journey_mood(home):
    """[W-95] [W-85] A mood: point, words, and what the client says about it, kept as the client's diary"""
    program, window = open_sample(home)
    open_client(window, CLIENT)
    open_tab(window, 'Progress')
    before = count_entries(window)
    window = hand_over(program, window, 'Mood')
    asks(window, 1, 'How do you feel right now?')
    window.find('button', 'Next', sensitive=False)
    window.press('Right', 'Up')
    window.says('a little pleasant, a little awake; 1, 1')
    go_on(window)
    asks(window, 2, 'Which words fit, and how strongly?')
    # Nothing happens on Return while nothing is chosen.
    window.press('Return', 'h')
    wait(lambda: next(window.find_all('button', 'calm'), None) is None, 'that other words are filtered out')
    window.press('Return')
    window.find('list', 'Chosen words')
    window.press('7')
    wait(lambda: any(n.text == '7' for n in window.find('list', 'Chosen words').walk()), 'the strength')
    window.press('Return')
    asks(window, 3, 'Which number fits?')
    window.type('30')
    window.press('Return')
    window.says('This number is outside the range: Sleep')
    window.press('ctrl+a')
    window.type('7.5')
    window.press('Return')
    asks(window, 4, 'Which number fits?')
    window.click(window.find('button', 'Skip', sensitive=True))
    asks(window, 5, 'What is going on around you?')
    window.click(window.find('button', 'Skip', sensitive=True))
    asks(window, 6, 'Is there anything you want to say about it?')
    window.type('The letter came.')
    go_on(window)
    window.find('label', 'Thank You')
    window = give_back(program, window)
    wait(lambda: count_entries(window) == before + 1, 'one entry more in the chart')
    points = list(next(n for n in window.find('grouping', 'Mood, line chart').walk() if n.role == 'list').children())
    points[len(points) // 2 - 1].act('row.open')
    window.says('a little pleasant, a little awake; 1, 1')
    window.says('Diary of the client')
    window.says('The letter came.')


def find_locked(program):
    """The lock page, alone, with nobody's name and no answer in any tree of the program."""
    def ready():
        shown = [each for each in program.windows() if each.showing]
        return shown[0] if len(shown) == 1 and shown[0].name == 'Cabinet – Locked' else None
    window = wait(ready, 'the lock page, alone')
    said = [n.name + n.description + n.text for each in program.windows() for n in each.walk(hidden=True)]
    same([text for text in said if any(word in text for word in ('Archer', 'pleasant', 'out of the rain'))], [],
         'what is left of the answers')
    wait(program.give_keyboard, 'the keyboard in the window')
    return window


def journey_draft(home):
    """[W-88] [W-95] Not shared: counts alone; a lock keeps what was answered, and it is gone on with after it"""
    practice, program, window = start_with_client(home)
    open_tab(window, 'Progress')
    window.find('label', 'Not Shared by the Client')
    window.says('There are 0 mood entries')
    window.absent('button', 'Add Mood Entry')
    window.absent('button', 'Rate Values')
    window = hand_over(program, window, 'Mood')
    asks(window, 1, 'How do you feel right now?')
    window.press('Right', 'Up')
    window.says('a little pleasant, a little awake; 1, 1')
    go_on(window)
    asks(window, 2, 'Which words fit, and how strongly?')
    window.click(window.find('button', 'Skip', sensitive=True))
    asks(window, 3, 'What is going on around you?')
    # Locked within the second in which the last letter is not written yet.
    window.type('out of the rain')
    wait(lambda: window.field('A few words').text == 'out of the rain', 'the words typed')
    home.start('--lock').ends()
    window = find_locked(program)
    unlock(window)
    window.find('label', 'Unfinished Mood')
    same([n.name for n in window.walk() if 'rain' in n.name + n.text], [], 'answers where they are not shared')
    window.find('button', 'Discard the Mood').act()
    window.says('Answers discarded')
    window.absent('label', 'Unfinished Mood')
    window.find('button', 'Undo').act()
    window.find('label', 'Unfinished Mood')
    window.find('button', 'Go On').act()
    window = find_front(program)
    asks(window, 3, 'What is going on around you?')
    same(window.field('A few words').text, 'out of the rain', 'the words kept')
    go_on(window)
    asks(window, 4, 'Is there anything you want to say about it?')
    window.click(window.find('button', 'Skip', sensitive=True))
    window.find('label', 'Thank You')
    window = give_back(program, window, PASSPHRASE)
    window.says('There is 1 mood entry')
    window.absent('label', 'Unfinished Mood')
    window.do('win.quit')
    same(program.ends(), 0, 'the end of the program')


if __name__ == '__main__':
    run(globals())
