#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-168] Every page and dialog of the sample practice, wide and narrow, read
as a screen reader reads it: what it would stumble over is a fault."""
import csv
import pathlib
import re
import subprocess

from harness import Atspi, Failed, Node, run, turn, wait
from steps import SAMPLE_PASSPHRASE, find_row_on, open_row, open_row_on, unlock

INTERACTIVE = {'button', 'toggle button', 'check box', 'radio button', 'switch', 'combo box', 'text', 'entry',
               'password text', 'spin button', 'slider', 'link', 'menu item', 'page tab'}
FIELDS = {'text', 'entry', 'password text', 'spin button', 'combo box'}
LISTS = {'list', 'list box', 'table', 'tree table', 'grid'}
# Wide, and as narrow as a phone.
SIZES = ((1100, 720), (360, 640))
# Actions of the window that open a dialog, closed again by Escape; the last closes the practice.
DIALOGS = ('win.about', 'win.shortcuts', 'win.preferences', 'win.new-client', 'win.import', 'win.export-practice',
           'win.go-to-client', 'win.new-practice')


class Seen:
    """A node as it was when the tree was looked at: asking costs a message each time."""

    def __init__(self, node):
        self.node, self.role, self.name = node, node.role, node.name
        self.focusable = node.has('focusable')
        self.actions = node.actions()
        self.children = [Seen(child) for child in node.children() if child.showing]

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def is_named(self):
        return bool(self.name.strip()) or any(n.name.strip() for n in self.node.relation('labelled_by'))

    def extents(self):
        return self.node.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def list_nodes(node, above=()):
    """Each node that is shown with those above it. GTK says that the closed list
    of a combo box is shown, with rows that have no names."""
    yield node, above
    for child in node.children if node.role != 'combo box' else []:
        yield from list_nodes(child, (*above, node))


def judge_row(node):
    """[W-128] acts of a row are told apart; [W-132] a row of a list view can be opened."""
    names = [n.name for n in node.walk() if n.role in ('button', 'toggle button') and n.actions]
    yield from (f'two acts called “{name}” in {node}' for name in set(names) if names.count(name) > 1)
    if 'listitem.scroll-to' in node.actions and not any('row.open' in n.actions for n in node.walk()):
        yield f'{node} is in a list view and cannot be opened but by keys'


def judge_node(node, above, size):
    role, name = node.role, node.name
    # libadwaita draws this dialog whole; nothing in it can be named from outside.
    if any(a.role == 'dialog' and a.name == 'About' for a in above):
        return
    # These hand the focus on to what they hold, a scrolled window or the sheet of a
    # dialog; those inside libadwaita's widgets cannot be named.
    hands_on = role in ('scroll pane', 'panel')
    # The boxed list of a preferences group is one of those; its group or dialog names it.
    if role == 'list' and 'list.select-all' not in node.actions:
        hands_on = any(a.name for a in above if a.role in ('grouping', 'dialog'))
    if node.focusable and not hands_on and not node.is_named():
        yield f'focusable, without a name: {role} in {next((a for a in reversed(above) if a.name), "the window")}'
    if role in ('image', 'icon') and not name.strip():
        yield f'a picture without a name in {above[-1]}'
    if role in FIELDS and not node.is_named():
        yield f'a field without a label: {role} in {above[-1]}'
    if re.fullmatch(r'[a-z0-9-]+-symbolic', name):
        yield f'named like an icon: {node}'
    if role in LISTS:
        if not hands_on and not node.is_named():
            yield f'a {role} without a name'
        if not node.children:
            yield f'a {role} without rows: {node}'
    if role in ('list item', 'table row', 'tree item'):
        yield from judge_row(node)
    if re.search(r'(^|\s)_\w|\w_\w', name):
        yield f'an access key is read out: {node}'
    row = next((a for a in reversed(above) if a.role == 'list item'), None)
    if role == 'text' and row and any(n.name == 'Show Password' for n in row.walk()) and len(set(node.node.text)) > 1:
        yield f'a passphrase can be read: {node}'
    if above and node.focusable and 'scroll pane' not in (role, *(a.role for a in above)):
        box, frame = node.extents(), above[0].extents()
        # Counted from the frame, which has an invisible edge; a pixel is lost to rounding.
        left, right = box.x - frame.x, box.x - frame.x + box.width
        if box.width and (left < -1 or right > size[0] + 1):
            yield f'{node} reaches outside the window: {left} to {right} of {size[0]}'


class Walk:
    """A walk over the pages that collects faults by page."""

    def __init__(self, program, window):
        self.program, self.window = program, window
        self.size = SIZES[0]
        self.faults = []
        self.pages = 0

    def resize(self, size):
        ids = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.program.process.pid)],
                             capture_output=True, text=True, check=True).stdout.split()
        subprocess.run(['xdotool', 'windowsize', '--sync', ids[0], *map(str, size)], check=True, timeout=10)
        self.size = size
        self.settle()

    def settle(self):
        """Waits until two looks at the tree are the same."""
        seen = None
        for _ in range(100):
            turn()
            now = [(n.role, n.name) for n in self.window.walk()]
            if now == seen:
                return
            seen = now
        raise Failed('the tree does not come to rest')

    def look(self, page):
        self.settle()
        self.pages += 1
        told = {fault for node, above in list_nodes(Seen(self.window))
                for fault in judge_node(node, above, self.size)}
        self.faults += [f'{page} at {self.size[0]}: {fault}' for fault in sorted(told)]

    def look_at_dialogs(self, page):
        for action in DIALOGS:
            if not self.window.can(action):
                continue
            self.window.do(action)
            self.window.find('dialog')
            self.look(f'{page}, {action}')
            self.window.press('Escape')
            self.window.absent('dialog')


def check(walk):
    if walk.faults:
        raise Failed('\n'.join(walk.faults))
    print(f'# {walk.pages} pages and dialogs')


def list_sidebar(window):
    return next(([row for row in node.children() if row.role == 'list item'] for node in window.walk(hidden=True)
                 if node.role == 'list' and node.name == 'Pages'), [])


# What a tab of a client leads to: a key, or a row of a list, and a button there.
BELOW = {'Notes': ('ctrl+n', None, None), 'Progress': ('ctrl+shift+e', None, None),
         'Consent': (None, 'Consents', 'Grant…')}


def walk_below(walk, tab):
    """A page under a tab, with its dialog, and back."""
    key, rows, opens = BELOW.get(tab, (None, None, None))
    window = walk.window
    if key is None and rows is None:
        return
    if key is not None:
        window.press(key)
    else:
        row = next((n for each in window.find_all('list', rows) for n in each.walk() if 'row.open' in n.actions()), None)
        row.act('row.open')
    window.find('button', 'Back')
    walk.look(f'under {tab}')
    button = next(window.find_all('button', opens, sensitive=True), None) if opens else None
    if button is not None:
        button.act()
        window.find('dialog')
        walk.look(f'under {tab}, {opens}')
        window.press('Escape')
        window.absent('dialog')
    window.do('win.back')
    window.find('page tab', tab)
    if tab == 'Progress':
        window.find('button', 'Rate Values', sensitive=True).act()
        window.find('list', 'Values')
        walk.look('under Progress, Rate Values')
        window.do('win.back')
        window.find('page tab', tab)


def walk_privacy(walk):
    """Each view of Privacy, with its filter and the page of its first row."""
    window = walk.window
    window.do('win.show-privacy')
    walk.settle()
    for name in [n.name for n in window.walk() if n.role == 'page tab']:
        window.find('page tab', name).act()
        window.find('page tab', name, selected=True)
        walk.look(f'Privacy, {name}')
        window.find('button', 'Filter…').act()
        window.find('dialog')
        walk.look(f'Privacy, {name}, Filter…')
        window.press('Escape')
        window.absent('dialog')
        rows = next(window.find_all('list', name), None)
        row = next((n for n in rows.walk() if 'row.open' in n.actions()), None) if rows else None
        if row is not None:
            row.act('row.open')
            window.find('button', 'Back')
            walk.look(f'Privacy, under {name}')
            window.do('win.back')
            window.find('page tab', name, selected=True)


def walk_texts(walk):
    """The texts in Preferences, a new one, a draft, and a published one with what changed."""
    window = walk.window
    if not window.can('win.show-texts'):
        return
    window.do('win.show-texts')
    find_row_on(window, 'Texts', 'What you agree to', 'Version 2')
    walk.look('texts')
    for row, page, below in ((('New Text…',), 'New Text', None),
                             (('How we work together', 'Version 2'), 'Draft', None),
                             (('What you agree to', 'Version 2'), 'Published Text', 'What Changed')):
        open_row_on(window, 'Texts', *row)
        window.find('grouping', page)
        walk.look(f'texts, {page}')
        if below:
            window.find('button', below).act()
            window.find('grouping', below)
            walk.look(f'texts, {below}')
            window.press('Escape')
            window.absent('grouping', below)
        window.press('Escape')
        window.absent('grouping', page)
    window.press('Escape')
    window.absent('grouping', 'Texts')
    window.press('Escape')
    window.absent('dialog')


def walk_search(walk):
    """The search without words, with results, and with none."""
    window = walk.window
    window.do('win.search-anywhere')
    window.says('One Search for Everything')
    walk.look('search')
    for words, awaited in (('sister', 'results'), ('xyzzy', 'No Results')):
        window.field('Search everything').write(words)
        window.says(awaited)
        walk.look(f'search, {awaited}')
    window.do('win.back')
    window.absent('entry', 'Search everything')


def walk_practice(walk):
    """Each page of the sidebar, and each tab of the first client."""
    window = walk.window
    for number in range(len(list_sidebar(window))):
        row = list_sidebar(window)[number]
        row.act('row.open')
        walk.look(f'page {number + 1}')
    walk_privacy(walk)
    walk_texts(walk)
    walk_search(walk)
    if window.can('win.show-clients'):
        window.do('win.show-clients')
        walk.settle()
        item = next((n for n in window.walk() if 'row.open' in n.actions() and
                     any(a.name == 'Clients' for a in list_above(n))), None)
        if item is not None:
            item.act('row.open')
            walk.look('a client')
            for tab in [n for n in window.walk() if n.role == 'page tab']:
                tab.act()
                walk.look(f'a client, {tab.name}')
                walk_below(walk, tab.name)


def list_above(node):
    while (node := node.parent) is not None and node.role != 'application':
        yield node


def try_sample(window):
    window.find('button', 'Try with Sample Data').act()
    wait(lambda: window.can('win.show-clients'), 'the sample practice', 60)


def open_sample(home):
    program = home.start()
    window = program.window()
    try_sample(window)
    return program, window


def journey_start(home):
    """[W-168] The start page and its dialogs"""
    program = home.start()
    walk = Walk(program, program.window())
    for size in SIZES:
        walk.resize(size)
        walk.look('start')
        walk.look_at_dialogs('start')
    check(walk)


def journey_lock(home):
    """[W-168] [W-127] The lock page, with a passphrase in its field, also refused"""
    program = home.start(home.make_practice())
    walk = Walk(program, program.window())
    for size in SIZES:
        walk.resize(size)
        field = walk.window.field('Passphrase')
        field.write('not the passphrase')
        if len(field.text) < 2:
            raise Failed('the passphrase did not arrive')
        walk.look('lock')
    walk.window.press('Return')
    walk.window.says('That passphrase did not open this file')
    walk.look('lock, refused')
    check(walk)


def journey_practice(home):
    """[W-168] The sample practice's pages and dialogs"""
    program, window = open_sample(home)
    walk = Walk(program, window)
    for size in SIZES:
        walk.resize(size)
        # Making a new practice closes the one that is open.
        if not window.can('win.show-clients'):
            unlock(window, SAMPLE_PASSPHRASE)
        walk_practice(walk)
        walk.look_at_dialogs('practice')
    check(walk)


def journey_compare(home):
    """[W-168] A backup beside the practice: what differs, and both sides of it"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    folder = home.folder / 'backups'
    folder.mkdir()
    home.cli('backup', 'make', '--to', folder, practice=practice)
    home.cli('client', 'edit', 'Ann Archer', '--pronouns', 'she/her', practice=practice)
    program = home.start(practice)
    live = program.window()
    unlock(live)
    beside = Walk(program, live)
    live.do('win.show-backups')
    live.find('toggle button', 'Backup Menu')
    beside.look('backups with one')
    check(beside)
    home.start(next(folder.glob('*.cabinet-backup')))
    second = wait(lambda: next((w for w in program.windows() if w != live), None), 'a second window')
    wait(lambda: any(program.give_keyboard(i) and second.has('active') for i in (1, 0)), 'the keyboard there')
    unlock(second)
    walk = Walk(program, second)
    second.find('button', 'Compare with Current…').act()
    open_row(second, 'Differences', 'Ann Archer')
    second.find('button', 'Copy to Current Practice…')
    walk.look('a difference')
    second.do('win.back')
    second.find('list', 'Differences')
    second.absent('button', 'Copy to Current Practice…')
    walk.look('compare')
    check(walk)


def list_names(home):
    """Every name of a client of the sample practice, from the command line."""
    path = next((home.folder / 'data').rglob('*.cabinet'))
    told = home.cli('client', 'list', '--format', 'csv', practice=path)
    rows = list(csv.DictReader(told.lstrip('\ufeff').splitlines()))
    return {row[field] for row in rows for field in ('given_name', 'family_name', 'preferred_name')
            if len(row.get(field) or '') > 2}


def journey_locked(home):
    """[W-127] After locking no name of a client is in the tree"""
    program, window = open_sample(home)
    window.do('win.show-clients')
    window.find('list item')
    names = {n.name for n in window.find_all('list item') if n.name} - {'Clients', 'Today'}
    if not names:
        raise Failed('no client was shown before')
    window.do('win.lock')
    window.field('Passphrase')
    said = '\n'.join(n.name + n.description + n.text for n in Node(program.root.accessible).walk(hidden=True))
    left = [name for name in names if name in said]
    if left:
        raise Failed(f'{len(left)} names are in the tree of the locked window')


if __name__ == '__main__':
    run(globals())
