# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""What several journeys do on their way."""
import contextlib
import time

from harness import PASSPHRASE, Failed, wait

SAMPLE_PASSPHRASE = 'try cabinet with made-up people'


@contextlib.contextmanager
def budget(window, most, what):
    """[W-196] Within it no more keys are pressed and widgets clicked than most."""
    before = window.program.presses
    yield
    used = window.program.presses - before
    print(f'# {what}: {used} of {most}', flush=True)
    if used > most:
        raise Failed(f'{what} costs {used} presses, {most} are allowed')


def unlock(window, passphrase=PASSPHRASE):
    """The passphrase and Return, on the lock page."""
    wait(lambda: window.field('Passphrase').has('focused', 'sensitive'), 'the focus in the field')
    window.type(passphrase)
    window.press('Return')
    wait(lambda: window.can('win.lock'), 'the open practice')


def open_row(window, list_name, words):
    """Opens the row of a list whose sentence has these words."""
    def find():
        rows = (row for each in window.find_all('list', list_name) for row in each.children()
                if row.role == 'list item' and words in row.name)
        return next((node for row in rows for node in row.walk() if 'row.open' in node.actions()), None)
    wait(find, f'the row “{words}” of {list_name}').act('row.open')


def find_row_on(window, page, name, words=''):
    """The row whose name begins so on the page in front, and which says these words."""
    def look():
        shown = next(window.find_all('grouping', page), None)
        rows = (n for n in shown.walk() if n.role == 'list item' and n.name.startswith(name)) if shown else ()
        return next((row for row in rows if any(words in n.name for n in row.walk())), None)
    return wait(look, f'the row “{name}” of {page} that says “{words}”')


def open_row_on(window, page, name, words=''):
    row = find_row_on(window, page, name, words)
    wait(lambda: next((n for n in row.walk() if 'row.open' in n.actions()), None), f'the act of {name}').act('row.open')


def open_client(window, name):
    window.do('win.show-clients')
    open_row(window, 'Clients', name)
    window.find('page tab')


def open_tab(window, name):
    window.find('page tab', name).act()
    window.find('page tab', name, checked=True)


def go_to(window, words, name):
    """Opens somebody by words of the name: Ctrl+K, the words, Return. No accents
    among them: xdotool loses some."""
    window.press('ctrl+k')
    dialog = window.find('dialog')
    wait(lambda: next((n for n in dialog.walk() if n.role in ('text', 'entry') and n.has('focused')), None),
         'the focus in the field for a name')
    window.type(words)
    window.press('Return')
    window.absent('dialog')
    window.find('grouping', name)
    window.find('page tab')


def click_next(window, page, following):
    """Clicks Next of that page: while one slides in, the page that goes is still
    shown and has a Next of its own."""
    def find():
        shown = next(window.find_all('grouping', page), None)
        return shown and next((n for n in shown.walk()
                               if n.role == 'button' and n.name == 'Next' and n.has('sensitive')), None)
    window.click(wait(find, f'Next on the page {page}'))
    window.find('grouping', following)


def go_on(window, name='Next'):
    """The way on; the page before it is gone when there is one button of that name."""
    wait(lambda: len(list(window.find_all('button', name, sensitive=True))) == 1, f'one button {name}')
    window.find('button', name, sensitive=True).act()


def turn_switch(window, name):
    """Clicks the switch in the row of that name."""
    window.click(wait(lambda: next((n for n in window.find_all('check box', name) if 'toggle' in n.actions()), None),
                      f'the switch “{name}”'))


def choose_path(program, window, title, path):
    """Chooses a file or a folder by its path in the toolkit's dialog of that title."""
    dialog = program.toolkit_dialog(title)
    wait(lambda: next(dialog.find_all(focused=True, focusable=True), None), 'the focus in the dialog')
    # The first stroke opens a field for a place, which takes a text but tells none.
    window.type('/')
    place = wait(lambda: next(dialog.find_all('text', focused=True), None), 'the field for a place')
    place.write(str(path))
    # The toolkit does nothing on a Return that comes while it reads the folder behind.
    pressed = 0

    def close():
        nonlocal pressed
        if time.monotonic() > pressed + 3:
            window.press('Return')
            pressed = time.monotonic()
        return dialog.name not in [w.name for w in program.windows()]
    wait(close, 'that the dialog is closed')
    program.window()


def choose_folder(program, window, folder):
    """Chooses the folder that a page asks for."""
    window.click(window.find('button', 'Choose…', sensitive=True))
    choose_path(program, window, 'Choose a Folder', folder)


def choose_in_menu(window, menu, item):
    """Clicks an item of a menu button's menu; its name is that of the label GTK points to."""
    window.click(window.find('toggle button', menu))
    window.click(wait(lambda: next((n for n in window.find_all('menu item', sensitive=True)
                                    if any(each.text == item for each in n.relation('labelled_by'))), None),
                      f'“{item}” in {menu}'))


# What the law wants in a bundle that a client gets.
ADDRESSES = (('address', '1 Elm Street, Leeds'), ('authority-name', 'The Commissioner'),
             ('authority-contact', 'Wycliffe House, Wilmslow'))


def start_with_client(home, *options, settings=()):
    """A practice with the client Ann Archer, open on her page."""
    practice = home.make_practice()
    for field, value in settings:
        home.cli('practice', 'set', field, value, practice=practice)
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', *options, practice=practice)
    program = home.start(practice)
    window = program.window()
    unlock(window)
    open_client(window, 'Ann Archer')
    return practice, program, window
