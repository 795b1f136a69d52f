#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-30] [W-31] [W-55] [W-167] A day begins on Today; words are searched, opened, and left again."""
from harness import run, same, wait
from steps import unlock

WORDS = 'letter her sister'
TEXT = 'Ann came in out of the rain. We spoke of her sister, and of the letter.'


def start_with_note(home):
    practice = home.make_practice()
    client = home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice).split()[0]
    (home.folder / 'note').write_text(TEXT)
    home.cli('note', 'add', client, '--text-file', home.folder / 'note', practice=practice)
    program = home.start(practice)
    return program, program.window()


def results(window):
    return next(window.find_all('list', 'Results'), None)


def list_hits(window):
    """The rows of the results that is on screen, for a page on its way out has a list too."""
    shown = results(window)
    return [row for row in shown.children() if row.role == 'list item'] if shown else []


def field(window):
    return window.field('Search everything')


def journey_day(home):
    """[W-55] The passphrase and Return, and the day's first page is there"""
    program, window = start_with_note(home)
    program.presses = 0
    unlock(window)
    window.find('list', 'Today')
    same(program.presses, 1, 'the presses from the lock page to Today')
    window.find('list item', lambda name: 'not signed' in name)
    window.find('button', 'New')


def journey_search(home):
    """[W-5] [W-123] Three words, the result by the keyboard alone, and Back to the words"""
    program, window = start_with_note(home)
    unlock(window)
    window.find('list', 'Today')
    window.press('ctrl+f')
    wait(lambda: field(window).has('focused'), 'the focus in the words')
    window.find('check box', 'Process notes too')
    window.type(WORDS)
    wait(lambda: any('letter' in hit.name for hit in list_hits(window)), 'the note among the results')
    program.hears('1 result')
    window.press('Down')
    wait(lambda: any(node.has('focused') for hit in list_hits(window) for node in hit.walk()), 'the focus in the list')
    window.press('Return')
    wait(lambda: window.field('Text of the note').text == TEXT, 'the note')
    window.press('alt+Left')
    wait(lambda: any('letter' in hit.name for hit in list_hits(window)), 'the results again')
    window.absent('text', 'Text of the note')
    window.press('ctrl+f')
    wait(lambda: field(window).has('focused'), 'the focus in the words again')
    window.press('Escape')
    window.says('One Search for Everything')
    window.press('Escape')
    window.find('list', 'Today')


if __name__ == '__main__':
    run(globals())
