#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[V-26] [V-117] [W-47] A file that another program has open is read as a copy, and tried again."""
import contextlib
import fcntl

from harness import run, same, wait
from journey_readonly import look_at
from steps import open_client, unlock

# What SQLite locks of a file while it may write: PENDING_BYTE of its os.h, RESERVED and SHARED behind it.
LOCKED_FROM, LOCKED_BYTES = 0x40000000, 512


@contextlib.contextmanager
def held(practice):
    """The file as another program has it, which keeps its lock from its opening to its end."""
    with open(practice, 'r+b') as file:
        fcntl.lockf(file, fcntl.LOCK_EX, LOCKED_BYTES, LOCKED_FROM)
        yield


def unlock_copy(window):
    """The passphrase, and what a practice that cannot be changed shows."""
    window.find('button', 'Open Snapshot Read-Only', sensitive=True).act()
    unlock(window)
    window.says('Open elsewhere, snapshot of', 'read-only')


def journey_in_use(home):
    """[V-117] [W-47] The copy shows what the file has and changes nothing; free again, the file is open to writing"""
    practice = home.make_practice()
    home.cli('client', 'add', '--given-name', 'Ann', '--family-name', 'Archer', practice=practice)
    before = look_at(practice)
    with held(practice):
        program = home.start(practice)
        window = program.window()
        window.says('open in another window or program')
        window.absent('password text')
        unlock_copy(window)
        open_client(window, 'Ann Archer')
        same(window.can('win.new-client'), False, 'whether a copy takes a new client')
        window.find('button', 'Try Again', sensitive=True).act()
        wait(lambda: window.field('Passphrase').has('sensitive'), 'the lock page of the file itself')
        same(look_at(practice), before, 'the file and its folder')
    unlock(window)
    wait(lambda: window.can('win.new-client'), 'that the file takes a new client')
    window.do('win.quit')
    same(program.ends(), 0, 'the end of the program')


if __name__ == '__main__':
    run(globals())
