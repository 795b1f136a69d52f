#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-141] [W-170] In the pseudo-locale every text of the window is translated, on every page
and in every dialog of a practice whose own words are known."""
import os
import pathlib
import re

from harness import TOOLKIT, Catalogue, run
from steps import unlock
from test_tree import SIZES, Walk, check, walk_practice

TEXT = 'Ann came in out of the rain.'
# The titles that test_tree opens in the sample practice, with words of their own.
TITLES = ('What you agree to', 'How we work together')
# What the practice holds: also the words for feelings that a new one is given.
SET_UP = pathlib.Path(os.environ['CABINET_SOURCE'], 'src/model/cab-set-up.c').read_text(encoding='utf-8')
CONTENT = (TEXT, 'Practice.cabinet', 'Elm Street', 'Ann Archer', 'Ann', 'Archer', 'The clinician', 'Cabinet', *TITLES,
           'Sharing moods', *re.findall(r'\{ "(\w+)", CAB_TONE_', SET_UP))
CODES = r'\bC-[0-9A-Z]{4,8}\b|\ben(?:-GB)?\b|/tmp/\S+'
# Days and keys are written by the locale and the toolkit.
DAYS = r'\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b' \
       r'|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b'
KEYS = r'\b(?:Ctrl|Shift|Alt|Page Up|Page Down|Return|Enter|Escape|Delete|Home|End|Space|KP|Up|Down|Left|Right|F\d+)\b'
# What libadwaita and GTK say by themselves.
OTHERS = TOOLKIT | {'Minimize', 'Maximize', 'Show Password', 'Main Menu'}


def strip_known(said):
    """What is left of a text without what is translated and what is known."""
    before = None
    while before != said:
        before, said = said, re.sub(r'\[[^][]*\]', '', said)
    if said.strip() in OTHERS:
        return ''
    for content in CONTENT:
        said = said.replace(content, '')
    return re.sub(f'{DAYS}|{KEYS}|{CODES}', '', said)


class StrictWalk(Walk):
    def list_ours(self, node):
        """All that is shown but the inside of the About dialog, which libadwaita draws."""
        yield node
        for child in node.children():
            if child.showing and (node.role, node.name) != ('dialog', 'About'):
                yield from self.list_ours(child)

    def look(self, page):
        self.settle()
        self.pages += 1
        for node in self.list_ours(self.window):
            left = [said for said in {node.name_as_said, *node.text_as_said.split('\n')}
                    if re.search(r'[^\W\d_]{2}', strip_known(said))]
            self.faults += [f'{page}: not translated: {node.role} “{said}”' for said in left]


def add_texts(home, practice):
    """A text with its second version published, and one whose second version is a draft."""
    for title, publishes, *what in ((TITLES[0], True, '--policy-kind', 'consent-text', '--purposes', 'treatment-record'),
                                    (TITLES[1], False, '--policy-kind', 'practice-terms')):
        first = home.cli('policy', 'add', '--audience', 'adult', '--language', 'en-GB', '--title', title,
                         '--body', TEXT, *what, practice=practice).strip()
        home.cli('policy', 'publish', first, practice=practice)
        second = home.cli('policy', 'revise', first, practice=practice).strip()
        if publishes:
            home.cli('policy', 'publish', second, practice=practice)


def journey_lock(home):
    """[W-141] The lock page"""
    program = home.start(home.make_practice())
    walk = StrictWalk(program, program.window())
    walk.resize(SIZES[-1])
    walk.look('lock')
    check(walk)


def journey_start(home):
    """[W-141] The start page and its dialogs"""
    program = home.start()
    walk = StrictWalk(program, program.window())
    walk.resize(SIZES[-1])
    walk.look('start')
    walk.look_at_dialogs('start')
    check(walk)


def journey_practice(home):
    """[W-141] Each page and dialog of a practice with a client and a note"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    home.cli('note', 'add', 'Ann', '--text', TEXT, practice=practice)
    home.share_moods(practice, 'Ann')
    add_texts(home, practice)
    # Some of its words are also the window's.
    Catalogue.texts -= set(CONTENT)
    program = home.start(practice)
    walk = StrictWalk(program, program.window())
    walk.resize(SIZES[-1])
    unlock(walk.window)
    walk_practice(walk)
    walk.look_at_dialogs('practice')
    check(walk)


if __name__ == '__main__':
    run(globals())
