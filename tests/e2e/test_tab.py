#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-169] Tab goes once round every page: each control once, a list as one stop,
down each column, and back to where it began."""
from harness import Atspi, Failed, GLib, Node, run, turn, wait
from steps import go_to, open_tab
from test_tree import DIALOGS, Walk, list_sidebar, open_sample

CONTROLS = {'button', 'toggle button', 'check box', 'radio button', 'switch', 'combo box', 'text', 'entry',
            'password text', 'spin button', 'slider', 'link', 'page tab'}
# The toolkit keeps the buttons of its title bars out of the way of Tab.
TITLE_BUTTONS = {'Minimize', 'Maximize', 'Close'}
# More than any page has.
LIMIT = 150


class Focus:
    """What has the focus, as the program tells it: to look for it takes too long."""

    def __init__(self, program):
        self.program, self.told = program, []
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register('object:state-changed:focused')

    def on_event(self, event):
        if event.detail1 and event.source and event.source.get_process_id() == self.program.process.pid:
            self.told.append(Node(event.source))

    def press(self, window, key):
        """Presses a key and gives the node that has the focus then."""
        before = len(self.told)
        window.press(key)
        wait(lambda: len(self.told) > before, f'another focus by {key} than {self.told[-1:]}', 5)
        # Where a widget hands the focus on, the last one told has it.
        for _ in range(2):
            turn()
        return self.told[-1]

    def close(self):
        self.listener.deregister('object:state-changed:focused')


def list_above(node):
    yield node
    while (node := node.parent) is not None and node.role != 'application':
        yield node


def is_list(node):
    """A list to choose from, whose rows are reached by arrow keys; rows of a form
    are controls of their own."""
    return node.role in ('list', 'table', 'tree table') and any(
        action in ('row.open', 'listitem.scroll-to') for row in node.children() for each in (row, *row.children())
        for action in each.actions())


def find_row(path):
    """The list a node is in and its row there, else nothing."""
    for inner, outer in zip(path, path[1:]):
        if inner.role in ('list item', 'table row', 'tree item') and is_list(outer):
            return outer, inner
    return None


def extents(node):
    return node.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)


def is_above(one, other):
    """Whether one lies wholly above the other and in its column."""
    a, b = extents(one), extents(other)
    return a.y + a.height <= b.y and a.x < b.x + b.width and b.x < a.x + a.width


def list_controls(node):
    """Controls that Tab must reach: not the rows of a list, of which one is enough."""
    for child in node.children():
        if not child.showing:
            continue
        if is_list(child) or child.name in TITLE_BUTTONS:
            continue
        if child.role in CONTROLS and child.has('focusable', 'sensitive'):
            yield child
        elif child.role != 'combo box':
            yield from list_controls(child)


def go_round(focus, window):
    """The nodes that Tab leads to, from the first until it is there again."""
    first = focus.press(window, 'Tab')
    round_trip = [first]
    while len(round_trip) < LIMIT:
        node = focus.press(window, 'Tab')
        if node == first:
            return round_trip
        if node in round_trip:
            raise Failed(f'Tab comes back to {node}, not to {first}: {round_trip[round_trip.index(node):]}')
        round_trip.append(node)
    raise Failed(f'Tab does not come back to {first}: {round_trip[-5:]}')


def is_reached(control, heads, reached):
    """Whether Tab leads to it, into it, to what holds it, or to one of the tabs or
    radio buttons it is one of."""
    if control.accessible in reached:
        return True
    if control.role in ('page tab', 'radio button') and control.parent.accessible in reached:
        return True
    return any(above.accessible in heads for above in list_above(control))


def judge(round_trip, scope):
    """What is wrong with a way round."""
    paths = [list(list_above(node)) for node in round_trip]
    heads = {path[0].accessible for path in paths}
    reached = {node.accessible for path in paths for node in path}
    rows = {}
    for path in paths:
        found = find_row(path)
        if found:
            rows.setdefault(repr(found[0]), set()).add(repr(found[1]))
    yield from (f'{len(held)} rows of {name} are stops' for name, held in rows.items() if len(held) > 1)
    for control in list_controls(scope):
        if not is_reached(control, heads, reached):
            yield f'Tab does not reach {control}'
    # The way round goes up once, from its end to its start.
    up = [(before, after) for before, after in zip(round_trip, round_trip[1:] + round_trip[:1])
          if is_above(after, before)]
    if len(up) > 1:
        yield f'Tab goes up {len(up)} times: {up}'


class TabWalk:
    def __init__(self, program, window):
        self.focus, self.window = Focus(program), window
        self.rest = Walk(program, window)
        self.faults, self.stops = [], 0

    def look(self, page, scope=None):
        self.rest.settle()
        try:
            round_trip = go_round(self.focus, self.window)
            self.stops += len(round_trip)
            told = list(judge(round_trip, scope or self.window))
        except Failed as error:
            told = [str(error)]
        self.faults += [f'{page}: {fault}' for fault in told]

    def look_at_dialogs(self, page):
        for action in DIALOGS:
            if not self.window.can(action):
                continue
            self.window.do(action)
            self.look(f'{page}, {action}', self.window.find('dialog'))
            self.window.press('Escape')
            self.window.absent('dialog')

    def check(self):
        self.focus.close()
        if self.faults:
            raise Failed('\n'.join(self.faults))
        print(f'# {self.stops} stops')


def leave_text(walk, key):
    """A key leaves the text of the note, to another control or another page."""
    def find():
        return next(walk.window.find_all('text', 'Text of the note', focused=True), None)
    for _ in range(LIMIT):
        if find():
            break
        walk.focus.press(walk.window, 'Tab')
    walk.window.press(key)
    try:
        wait(lambda: not find(), f'that {key} leaves the text', 5)
    except Failed as error:
        walk.faults.append(str(error))


def journey_tab_before(home):
    """[W-169] Tab on the start page and the lock page"""
    program = home.start()
    walk = TabWalk(program, program.window())
    walk.look('start')
    walk.look_at_dialogs('start')
    walk.check()
    program.stop()
    program = home.start(home.make_practice())
    walk = TabWalk(program, program.window())
    walk.window.field('Passphrase')
    walk.look('lock')
    walk.check()


def journey_tab_pages(home):
    """[W-169] Tab on every page of the sidebar, and in its dialogs"""
    program, window = open_sample(home)
    walk = TabWalk(program, window)
    for number in range(len(list_sidebar(window))):
        list_sidebar(window)[number].act('row.open')
        walk.look(f'page {number + 1}')
    walk.look_at_dialogs('practice')
    walk.check()


def journey_tab_client(home):
    """[W-169] Tab on every tab of a client, and F6 and Escape out of a note"""
    program, window = open_sample(home)
    walk = TabWalk(program, window)
    go_to(window, 'mbeki', 'Sinéad Mbeki-Rowe')
    for name in [tab.name for tab in window.find_all('page tab')]:
        open_tab(window, name)
        walk.look(name)
    window.press('ctrl+n')
    wait(lambda: next(window.find_all('text', 'Text of the note', focused=True), None), 'the focus in the text')
    walk.look('note')
    leave_text(walk, 'F6')
    leave_text(walk, 'Escape')
    walk.check()


if __name__ == '__main__':
    run(globals())
