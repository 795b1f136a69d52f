#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-35] [W-50] [W-167] [W-180] Files that are given to the program from outside."""
import subprocess

from harness import PROGRAM, Failed, run, same
from steps import unlock

PEOPLE = 'First Name,Last Name\nAnn,Archer\n'


def start_again(home, *arguments):
    """A second start, which hands over what it was given and ends."""
    again = subprocess.run([PROGRAM, *map(str, arguments)], env=home.environment, cwd=home.folder,
                           stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    same((again.returncode, again.stderr), (0, ''), 'the end of the second start')


def spoil_format(practice):
    """As a later Cabinet may write it: behind the magic the byte of the format."""
    return practice[:3] + bytes([practice[3] + 1]) + practice[4:]


def journey_argument(home):
    """[W-35] [W-182] [V-26] Named on the command line: a practice, and what no passphrase can help with"""
    practice = home.make_practice()
    copy = home.folder / 'home' / 'a copy'
    copy.write_bytes(practice.read_bytes())
    other = home.folder / 'picture.png'
    other.write_bytes(b'\x89PNG\r\n\x1a\n\0\0\0\r')
    newer = home.folder / 'newer.cabinet'
    newer.write_bytes(spoil_format(practice.read_bytes()))
    empty = home.folder / 'empty.cabinet'
    empty.touch()
    for path, sentence in ((copy, None), (other, 'is not a Cabinet practice'), (empty, 'is empty'),
                           (newer, 'with a newer Cabinet'),
                           (home.folder / 'absent.cabinet', 'There is no practice at this place')):
        program = home.start(path)
        window = program.window()
        if sentence:
            window.says(sentence)
            window.absent('password text')
        else:
            window.field('Passphrase')
        window.do('win.quit')
        same(program.ends(), 0, f'the end after {path.name}')


def journey_second_start(home):
    """[W-35] [W-50] [W-180] A second start hands its file to the program that runs, and --lock locks it"""
    practice = home.make_practice()
    second = home.make_practice('Second.cabinet')
    people = home.folder / 'people.csv'
    people.write_text(PEOPLE)
    program = home.start(practice)
    window = program.window()
    unlock(window)

    start_again(home, people)
    window.find('dialog')
    window.says('Given name')
    window.press('Escape')
    window.absent('button', 'Next')
    window.find('button', 'Choose File…', sensitive=True)
    window.press('Escape')
    window.absent('dialog')

    start_again(home, second)
    window.says('Close “Elm Street”?')
    window.press('Escape')
    window.absent('dialog')
    if not window.can('win.lock'):
        raise Failed('the practice was closed by Cancel')

    start_again(home, '--lock')
    window.field('Passphrase')
    if window.can('win.lock'):
        raise Failed('the practice is still open')
    same(len(program.windows()), 1, 'windows')


def journey_before_unlocking(home):
    """[W-35] A list that is given while nothing is open is imported after unlocking"""
    practice = home.make_practice()
    people = home.folder / 'people.csv'
    people.write_text(PEOPLE)
    program = home.start(practice)
    window = program.window()
    window.field('Passphrase')
    start_again(home, people)
    window.says('people.csv', 'is imported')
    unlock(window)
    window.find('dialog')
    window.says('Given name')


if __name__ == '__main__':
    run(globals())
