#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-26] [W-167] Moving somebody to the trash, and every way back."""
from harness import run, wait
from steps import choose_in_menu, start_with_client


def is_listed(window):
    rows = next(window.find_all('list', 'Clients'), None)
    return rows is not None and any('Ann Archer' in row.name for row in rows.children() if row.showing)


def journey_trash(home):
    """[W-26] To the trash and back: by the toast, by Ctrl+Z, by Restore"""
    practice, program, window = start_with_client(home)
    choose_in_menu(window, 'Client Menu', 'Move to Trash')
    window.says('moved to trash')
    wait(lambda: not is_listed(window), 'the list without her')
    window.find('button', 'Undo').act()
    wait(lambda: is_listed(window), 'the list with her, by the toast')
    choose_in_menu(window, 'Client Menu', 'Move to Trash')
    wait(lambda: not is_listed(window), 'the list without her')
    window.press('ctrl+z')
    wait(lambda: is_listed(window), 'the list with her, by Ctrl+Z')
    choose_in_menu(window, 'Client Menu', 'Move to Trash')
    wait(lambda: not is_listed(window), 'the list without her')
    choose_in_menu(window, 'Client Menu', 'Restore from Trash')
    wait(lambda: is_listed(window), 'the list with her, by Restore')


if __name__ == '__main__':
    run(globals())
