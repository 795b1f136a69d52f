# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""What several journeys do on their way."""
from harness import PASSPHRASE, wait


def unlock(window):
    """The passphrase and Return, on the lock page."""
    wait(lambda: window.field('Passphrase').has('focused', 'sensitive'), 'the focus in the field')
    window.type(PASSPHRASE)
    window.press('Return')
    wait(lambda: window.can('win.lock'), 'the open practice')


def open_row(window, list_name, words):
    """Opens the row of a list whose sentence has these words."""
    def find():
        rows = (row for each in window.find_all('list', list_name) for row in each.children()
                if row.role == 'list item' and words in row.name)
        return next((node for row in rows for node in row.walk() if 'row.open' in node.actions()), None)
    wait(find, f'the row “{words}” of {list_name}').act('row.open')


def open_client(window, name):
    window.do('win.show-clients')
    open_row(window, 'Clients', name)
    window.find('page tab')


def open_tab(window, name):
    window.find('page tab', name).act()
    window.find('page tab', name, checked=True)


def start_with_client(home, *options):
    """A practice with the client Ann Archer, open on her page."""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', *options, practice=practice)
    program = home.start(practice)
    window = program.window()
    unlock(window)
    open_client(window, 'Ann Archer')
    return practice, program, window
