#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-61] [W-86] [W-167] A mood entry by the keyboard alone, and its chart read as text."""
import re

from harness import run, same, wait
from steps import budget, open_client, open_tab
from test_tree import open_sample

CLIENT = 'Sinéad Mbeki-Rowe'


def find_grid(window):
    return wait(lambda: next(window.find_all(None, 'How it felt', focused=True), None), 'the focus on the grid')


def add_entry(window):
    """A point and two words with a strength; the last key adds them."""
    window.press('ctrl+shift+e')
    find_grid(window)
    window.press('Right', 'Up')
    window.says('a little pleasant, a little awake; 1, 1')
    window.press('Tab')
    wait(lambda: next((n for n in window.find_all('text', focused=True) if n.name.startswith('A word')), None),
         'the focus in the field for words')
    window.press('h')
    wait(lambda: next(window.find_all('button', 'calm'), None) is None, 'that other words are filtered out')
    window.press('Return')
    window.find('list', 'Chosen words')
    window.press('7', 'w', 'Return')
    wait(lambda: sum(n.role == 'slider' for n in window.find('list', 'Chosen words').walk()) == 2, 'two words')
    window.press('4', 'Return')
    window.says('Mood entry added')
    window.absent('list', 'Chosen words')


def count_entries(window):
    """What the sentence of the chart says: “Pleasantness over 42 entries (…”"""
    sentence = wait(lambda: next(window.find_all('grouping', 'Mood, line chart'), None), 'the chart').description
    return int(re.search(r'over (\d+) entries', sentence)[1])


def list_points(window):
    """The points of the chart, as a screen reader finds them."""
    chart = next(window.find_all('grouping', 'Mood, line chart'))
    return list(next(n for n in chart.walk() if n.role == 'list').children())


def check_chart(window):
    """[W-94] Arrows walk over the points, and Return opens the entry of one"""
    points = list_points(window)
    # Those of pleasantness, then those of energy; the newest is the last of each.
    points[len(points) // 2 - 1].act('row.open')
    find_grid(window)
    window.says('a little pleasant, a little awake; 1, 1')
    window.find('list', 'Chosen words')
    window.do('win.back')
    window.find('grouping', 'Mood, line chart')
    window.absent('list', 'Chosen words')


def journey_entry(home):
    """[W-61] [W-86] [W-93] Point and two words in twelve keys, and the chart of it in words"""
    program, window = open_sample(home)
    open_client(window, CLIENT)
    open_tab(window, 'Progress')
    before, n_points = count_entries(window), len(list_points(window))
    with budget(window, 12, 'a mood entry'):
        add_entry(window)
    wait(lambda: count_entries(window) == before + 1, 'one entry more in the chart')
    # Pleasantness and energy, a point each.
    wait(lambda: len(list_points(window)) == n_points + 2, 'two points more')
    same(all(re.search(r', .*; −?[0-4]$', point.name) for point in list_points(window)), True, 'points in words')
    check_chart(window)


if __name__ == '__main__':
    run(globals())
