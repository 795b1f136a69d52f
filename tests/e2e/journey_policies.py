#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-96] A consent text: written, published, agreed to, replaced, agreed to again."""
from harness import run, same, wait
from journey_consent import open_purpose
from journey_preferences import find_in
from steps import find_row_on, open_row_on, open_tab, start_with_client, turn_switch

TITLE = 'Taking part in research'
FIRST = 'Your answers help to find out what helps.'
SECOND = 'Your answers help to find out what helps whom.'


def choose_research(window):
    """From the first row, where the focus is, with the keyboard: no act opens the purposes."""
    window.find('combo box', 'Kind', focused=True)
    window.press('Tab')
    window.find('list item', 'Purposes', focused=True)
    window.press('Return')
    turn_switch(window, 'Research')


def publish(window, page):
    button = find_in(window, page, 'button', 'Publish…')
    wait(lambda: button.has('sensitive'), 'a draft that can be published')
    button.act()
    alert = wait(lambda: next((n for n in window.walk() if n.role in ('alert', 'dialog')
                               and n.name == 'Publish This Text?'), None), 'the question')
    wait(lambda: next((n for n in alert.walk() if n.role == 'button' and n.name == 'Publish'), None), 'Publish').act()


def answer(window, act, result):
    """Grants or renews on the page of a purpose."""
    window.find('button', act + '…', sensitive=True).act()
    window.find('dialog')
    window.find('button', act, sensitive=True).act()
    window.absent('dialog')
    window.says(result)


def journey_text(home):
    """A text is written, published and agreed to; its second version is agreed to again"""
    practice, program, window = start_with_client(home)
    open_tab(window, 'Consent')
    window.says('Nobody can agree to anything yet')
    window.find('button', 'Texts and Consent Forms…', sensitive=True).act()
    find_row_on(window, 'Texts', 'New Text…')
    window.says('write a consent text and publish it')

    # Nothing is saved by hand: as soon as nothing is missing there is a draft.
    open_row_on(window, 'Texts', 'New Text…')
    window.says('Kept as soon as it has purposes, a title and a text')
    choose_research(window)
    window.field('Title (needed)', 'text').write(TITLE)
    window.field('Text', 'text').write(FIRST)
    publish(window, 'Draft')
    find_row_on(window, 'Texts', TITLE, 'Version 1')
    find_in(window, 'Texts', 'button', 'Close').act()
    window.absent('dialog')

    window.absent('label', lambda name: name.startswith('Nobody can agree'))
    open_purpose(window, 'Research')
    answer(window, 'Grant', 'Active')

    # The second version, begun with the words of the first.
    window.do('win.show-texts')
    open_row_on(window, 'Texts', TITLE, 'Version 1')
    find_in(window, 'Published Text', 'button', 'New Version…').act()
    field = find_in(window, 'Draft', 'text', 'Text')
    same(field.text, FIRST, 'the words of the first version')
    field.write(SECOND)
    publish(window, 'Draft')
    find_in(window, 'Published Text', 'label', lambda name: name.endswith('Replaced by version 2'))
    find_in(window, 'Published Text', 'button', 'Back').act()
    open_row_on(window, 'Texts', TITLE, '1 person agreed to an older version')
    find_in(window, 'Published Text', 'button', 'What Changed').act()
    window.says('from version 1 to version 2')
    find_in(window, 'What Changed', 'button', 'Back').act()

    # Whoever agreed to the first is listed, and is asked again.
    open_row_on(window, 'Published Text', 'Ann Archer')
    window.absent('dialog')
    open_tab(window, 'Consent')
    open_purpose(window, 'Research')
    answer(window, 'Renew', 'version 2')
    window.do('win.show-texts')
    find_row_on(window, 'Texts', TITLE, 'Version 2')
    window.absent('label', lambda name: 'agreed to an older version' in name)


if __name__ == '__main__':
    run(globals())
