#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-196] The key presses and clicks that a day's acts may cost, content apart."""
import pathlib

from harness import Failed, run, same, wait
from steps import (ADDRESSES, budget, choose_folder, choose_in_menu, click_next, go_to, start_with_client, turn_switch,
                   unlock)
from test_tree import open_sample

CLIENT = 'Sinéad Mbeki-Rowe'


def find_text(window):
    """The text of the note that is in front, when the keyboard is in it."""
    return wait(lambda: next(window.find_all('text', 'Text of the note', focused=True), None), 'the focus in the text')


def check_note(window):
    """[W-56] Ctrl+K, name, Return, Ctrl+N; type"""
    with budget(window, 3, 'a note for somebody'):
        go_to(window, 'mbeki', CLIENT)
        window.press('ctrl+n')
        find_text(window)
    window.type('Came in out of the rain.')
    window.says('Saved')


def check_bring_forward(window):
    """[W-59] What was meant for the next time, in one press"""
    with budget(window, 1, 'next time, brought forward'):
        window.press('ctrl+shift+b')
        wait(lambda: 'carried over' in find_text(window).text.lower(), 'the text that is carried over')
    window.press('ctrl+Return')
    window.find('page tab', 'Notes')


def check_progress(window):
    """[W-63] From a client's page to how it went"""
    with budget(window, 2, 'progress'):
        window.press('ctrl+Page_Down', 'ctrl+Page_Down')
        window.find('page tab', 'Progress', checked=True)
    window.press('ctrl+Page_Up')
    window.find('page tab', 'Notes', checked=True)


def click_button(window, *names):
    window.click(window.find('button', lambda name: name in names, sensitive=True))


def check_consent(window):
    """[W-64] [W-65] A consent in five, and no more to take it back than to give it"""
    def used():
        return window.program.presses
    begun = used()
    with budget(window, 5, 'a consent'):
        window.click(window.find('page tab', 'Consent'))
        rows = window.find('list', 'Consents')
        window.click(wait(lambda: next((n for n in rows.walk() if n.name.startswith('Research') and
                                        'row.open' in n.actions()), None), 'the purpose'), 'row.open')
        click_button(window, 'Grant…', 'Renew…')
        window.find('radio button', 'Signed on paper', checked=True)
        window.press('alt+b')
        window.find('radio button', 'By letter', checked=True)
        click_button(window, 'Grant', 'Renew')
        window.absent('dialog')
        window.find('button', 'Withdraw…', sensitive=True)
    window.says('By letter')
    granted = used() - begun
    window.press('alt+Left')
    rows = window.find('list', 'Consents')
    begun = used()
    with budget(window, 3, 'a consent withdrawn'):
        window.click(wait(lambda: next((n for n in rows.walk() if n.name.startswith('Research') and
                                        'row.open' in n.actions()), None), 'the purpose'), 'row.open')
        click_button(window, 'Withdraw…')
        wait(lambda: next(window.find_all('alert'), None) or next(window.find_all('dialog'), None), 'the alert')
        click_button(window, 'Withdraw')
        window.says('ithdrawn')
    if used() - begun > granted:
        raise Failed(f'withdrawing costs {used() - begun} presses, granting {granted}')


def journey_budgets(home):
    """[W-196] What a day costs in presses"""
    program, window = open_sample(home)
    check_note(window)
    check_bring_forward(window)
    check_progress(window)
    check_consent(window)


def focus_row(window, words):
    """Goes down from the focused row of a list to the one with these words."""
    row = window.find('list item', lambda name: words in name)
    while not row.has('focused'):
        above = window.focus()
        window.press('Down')
        wait(lambda: window.focus() != above, f'the focus on the way to “{words}”')


def journey_day(home):
    """[W-55] [W-58] A day begins with the passphrase and Return, a draft goes on with one press"""
    practice = home.make_practice()
    client = home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice).split()[0]
    (home.folder / 'note').write_text('We spoke of the letter.')
    home.cli('note', 'add', client, '--text-file', home.folder / 'note', practice=practice)
    window = home.start(practice).window()
    with budget(window, 1, 'the start of the day'):
        unlock(window)
        window.find('list item', lambda name: 'Add a client' in name, focused=True)
        window.find('list item', lambda name: 'not signed' in name)
    focus_row(window, ', draft')
    with budget(window, 1, 'a draft gone on with'):
        window.press('Return')
        text = find_text(window)
    same(text.text, 'We spoke of the letter.', 'the text of the draft')
    window.type('And then of spring.')
    window.says('Saved')


def make_documents(home):
    """The folder of the person's documents, where a desktop has one."""
    folder = home.folder / 'home' / 'Documents'
    folder.mkdir()
    pathlib.Path(home.environment['XDG_CONFIG_HOME'], 'user-dirs.dirs').write_text(f'XDG_DOCUMENTS_DIR="{folder}"\n')
    return folder


def journey_export(home):
    """[W-66] Somebody's data in eight: among the documents, with notes that are looked at, or elsewhere without"""
    documents, folder = make_documents(home), home.folder / 'out'
    folder.mkdir()
    practice, program, window = start_with_client(home, settings=ADDRESSES)
    with budget(window, 8, 'somebody’s data, elsewhere'):
        choose_in_menu(window, 'Client Menu', 'Export Data…')
        click_next(window, 'What Goes', 'To Whom and How')
        turn_switch(window, 'I have checked who is asking')
        choose_folder(program, window, folder)
        click_next(window, 'To Whom and How', 'A Second Look')
        click_button(window, 'Export')
        window.find('grouping', 'Exported')
    same([path.suffix for path in folder.iterdir()], ['.zip'], 'the files in the chosen folder')
    window.press('Escape')
    window.absent('dialog')
    window.press('ctrl+n')
    find_text(window)
    window.type('We spoke of the rain.')
    window.says('Saved')
    window.press('ctrl+Return')
    window.find('page tab', 'Notes')
    with budget(window, 8, 'somebody’s data with notes'):
        choose_in_menu(window, 'Client Menu', 'Export Data…')
        click_next(window, 'What Goes', 'A Look at It')
        click_next(window, 'A Look at It', 'To Whom and How')
        turn_switch(window, 'I have checked who is asking')
        click_next(window, 'To Whom and How', 'A Second Look')
        click_button(window, 'Export')
        window.find('grouping', 'Exported')
    same([path.suffix for path in documents.iterdir()], ['.zip'], 'the files among the documents')


def journey_first_note(home):
    """[W-37] From an empty computer to the first saved note in 14 steps"""
    program = home.start()
    window = program.window()
    with budget(window, 14, 'the first note'):
        click_button(window, 'New Practice…')
        window.field('Name of the practice', 'text').write('Elm Street')
        click_next(window, 'New Practice', 'You')
        window.field('Your name', 'text').write('Dr Robin Vale')
        click_next(window, 'You', 'Place')
        click_next(window, 'Place', 'Passphrase')
        click_button(window, 'Suggest Six Words')
        suggested = wait(lambda: next((n.text for n in window.find_all('text', 'Passphrase')
                                       if n.text.count('-') >= 5), None), 'six words')
        window.field('The same again', 'text').write(suggested)
        window.press('alt+u')
        window.find('check box', 'I understand', checked=True)
        click_button(window, 'Make Practice')
        click_button(window, 'Later')
        window.absent('dialog')
        window.find('list', 'Pages')
        window.press('ctrl+shift+n')
        dialog = window.find('dialog')
        wait(lambda: next((n for n in dialog.walk() if n.role == 'text' and n.has('focused')), None),
             'the focus in the first field')
        window.type('Ann')
        window.press('Return')
        window.absent('dialog')
        window.find('page tab', 'Notes')
        window.press('ctrl+n')
        find_text(window)
        window.type('Our first hour.')
        window.says('Saved')


if __name__ == '__main__':
    run(globals())
