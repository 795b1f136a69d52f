#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-76] [W-78] [W-167] Writing a note, losing the computer, signing."""
from harness import run, same, wait
from steps import open_client, open_row, open_tab, start_with_client, unlock

TEXT = 'Ann came in out of the rain. We spoke of her sister, and of the letter.'


def write(window, text):
    """[W-56] Ctrl+N on the notes; type."""
    open_tab(window, 'Notes')
    window.press('ctrl+n')
    wait(lambda: window.find('text', 'Text of the note').has('focused'), 'the focus in the text')
    window.type(text)
    window.says('Saved')
    same(window.field('Text of the note').text, text, 'the text in the editor')


def journey_killed(home):
    """[W-76] Killed two seconds after the last key, no word is lost"""
    practice, program, window = start_with_client(home)
    write(window, TEXT)
    program.kill()
    window = home.start(practice).window()
    unlock(window)
    open_client(window, 'Ann Archer')
    open_tab(window, 'Notes')
    open_row(window, 'Notes', 'Draft')
    same(window.field('Text of the note').text, TEXT, 'the text after the kill')


def journey_signed(home):
    """[W-78] [W-123] Sign, undo, sign again, and locking seals it"""
    practice, program, window = start_with_client(home)
    write(window, TEXT)
    window.press('ctrl+shift+Return')
    window.says('Note signed')
    wait(lambda: not window.field('Text of the note').has('editable'), 'the text that cannot be edited')
    window.find('button', 'Undo').act()
    wait(lambda: window.field('Text of the note').has('editable'), 'the text that can be edited again')
    window.press('ctrl+shift+Return')
    wait(lambda: not window.field('Text of the note').has('editable'), 'the text that cannot be edited')
    program.hears('Note signed')
    window.press('ctrl+l')
    unlock(window)
    open_client(window, 'Ann Archer')
    open_tab(window, 'Notes')
    window.find('list item', lambda name: 'Signed' in name and 'Ann came in' in name)


if __name__ == '__main__':
    run(globals())
