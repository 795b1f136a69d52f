#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-64] [W-65] [W-96] [W-167] Granting a consent and withdrawing it."""
from harness import run, wait
from steps import open_client, open_tab
from test_tree import open_sample


def open_purpose(window, name):
    row = wait(lambda: next((n for n in window.find_all('list item', name) if 'row.open' in n.actions()), None),
               f'the purpose {name}')
    row.act('row.open')


def journey_grant_and_withdraw(home):
    """[W-96] A consent is granted, and withdrawn after it was said what stops"""
    program, window = open_sample(home)
    open_client(window, 'Sinéad Mbeki-Rowe')
    open_tab(window, 'Consent')
    open_purpose(window, 'Research')
    window.find('button', lambda name: name in ('Grant…', 'Renew…'), sensitive=True).act()
    window.find('dialog')
    window.find('button', lambda name: name in ('Grant', 'Renew'), sensitive=True).act()
    window.absent('dialog')
    window.find('button', 'Withdraw…', sensitive=True).act()
    wait(lambda: next((n for n in window.walk() if n.role in ('alert', 'dialog')), None), 'the alert')
    window.find('button', 'Withdraw', sensitive=True).act()
    window.says('ithdrawn')


if __name__ == '__main__':
    run(globals())
