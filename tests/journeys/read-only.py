#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""A backup is opened read-only: all that reads works, all that writes is refused, nothing changes.

read-only.py CABINET-CLI

The verbs come from the manual that the program writes, so a new one is not
forgotten: it has to be refused until it is named below as one that reads.
"""
import os
import pathlib
import re
import shutil
import subprocess

import journey
from tally import tally

SENTENCE = 'cabinet-cli: read-only: This practice is open read-only.\n'
# Runs a command where a folder is mounted read-only, for that command alone.
MOUNT = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && exec "$@"'
# What a record's words stand for below is found in the practice itself.
READING = {
    'practice info': [], 'practice show': [], 'practice check': [], 'practice attention': [],
    'practice raw-key': [], 'recovery show': [],
    'client list': ['--format', 'csv', '--sensitive'], 'client show': ['CLIENT'],
    'contact list': ['CLIENT'], 'contact show': ['contact'],
    'condition list': [], 'condition show': ['condition'], 'note list': ['CLIENT'], 'note show': ['note', '--versions'],
    'note verify': ['note'], 'note print': ['note', '--to', 'OUT/note.pdf'],
    'mood list': ['CLIENT'], 'mood show': ['mood'], 'mood list-words': [],
    'mood chart': ['CLIENT', '--chart', 'values', '--as', 'csv', '--to', 'OUT/chart.csv'],
    'mood list-tracks': ['CLIENT'], 'value list': ['CLIENT'], 'value list-headings': ['CLIENT'],
    'policy list': [], 'policy show': ['policy'],
    'policy print': ['policy', 'CLIENT', '--to', 'OUT/form.pdf'], 'consent list': ['CLIENT'],
    'consent show': ['CLIENT', 'treatment-record'], 'attachment list': [], 'attachment show': ['attachment'],
    'attachment get': ['attachment', '--to', 'OUT/attachment'],
    'disclosure export': ['--as', 'csv', '--to', 'OUT/register.csv'],
    'bundle export': ['CLIENT', '--profile', 'access', '--plain', '--asked-by', 'the client', '--to', 'OUT/bundle.zip'],
    'backup compare': ['BACKUP'], 'backup list': [],
    'trash list': [], 'disclosure list': [], 'disclosure show': ['disclosure'], 'disclosure check': ['GIVEN'],
    'audit list': ['--last', '20'], 'audit verify': [], 'audit anchor': ['--to', 'OUT/anchor.pdf'], 'search': ['session'],
}
# These take no -p: what they open, they name themselves.
ALONE = {'practice create', 'practice repair', 'bundle verify', 'bag verify', 'backup restore', 'backup verify'}
# What no placeholder can stand for.
WRITING = {
    'passphrase change': ['--new-passphrase-file', 'NEW'],
    'recovery prove': ['--recovery'],
}


def read_manual(home):
    """Gives the synopsis of each command: “client show” and what it takes after that."""
    manual = home.run('--manual', passphrase='/dev/null').stdout
    commands = {}
    for section in re.split(r'^\.SS ', manual, flags=re.MULTILINE)[1:]:
        name, _, synopsis = section.replace('\\-', '-').replace(r'\[u2026]', '…').splitlines()[:3]
        assert synopsis.startswith('cabinet-cli '), synopsis
        commands[name] = synopsis
    assert len(commands) > 60, sorted(commands)
    return commands


def fill_placeholders(name, synopsis):
    """Gives a command line that the synopsis allows: a word for each that is needed."""
    rest = re.sub(r'\[[^]]*\]…?', '', synopsis.split(name, 1)[1])
    return [word if word.startswith('--') else 'x' for word in rest.split()]


class Practice:
    """A practice with all kinds, its backup in a folder of its own, and names of what is in it."""

    def __init__(self, home):
        self.home = home
        self.out = home.folder / 'out'
        self.out.mkdir()
        self.new = home.folder / 'new'
        self.new.write_text('another six words nobody has drawn\n')
        home.create('--sample', '--clients', '6')
        self.code = home.folder / 'code'
        self.code.write_text('\n'.join(re.findall(r'^(?:\w{4} ){3}\w{4}$', home.cab('recovery', 'show'), re.MULTILINE)))
        client = self.find_client()
        self.given = home.folder / 'given.zip'
        home.cab('bundle', 'export', client, '--profile', 'access', '--plain', '--asked-by', 'the client', '--to', self.given)
        folder = home.folder / 'backups'
        folder.mkdir()
        home.cab('backup', 'make', '--to', folder)
        self.backup, = folder.iterdir()
        assert self.backup.suffix == '.cabinet-backup'
        # Another of the same moment: the one that is looked at is open already.
        self.other = pathlib.Path(shutil.copy2(self.backup, home.folder / 'other.cabinet-backup'))
        self.names = {noun: self.find(noun) for noun in ('contact', 'condition', 'note', 'policy', 'attachment',
                                                         'disclosure')}
        moods = journey.read_table(self.home.cab('mood', 'list', client, '--format', 'csv'))
        self.names.update({'BACKUP': str(self.other), 'CLIENT': client, 'NEW': str(self.new), 'GIVEN': str(self.given), 'mood': moods[0]['id']})

    def find(self, noun):
        return journey.read_table(self.home.cab(noun, 'list', '--format', 'csv'))[0]['id']

    def find_client(self):
        """A client who has something to show of every kind, as far as the sample has one."""
        clients = journey.read_table(self.home.cab('client', 'list', '--format', 'csv'))
        return max((client['reference'] for client in clients),
                   key=lambda reference: sum(bool(self.home.run('-p', 'P.cabinet', *verb.split(), reference).stdout)
                                             for verb in ('mood list', 'value list', 'consent list')))

    def words(self, words):
        return [self.names.get(word, word.replace('OUT/', f'{self.out}/')) for word in words]

    def reset(self):
        shutil.rmtree(self.out)
        self.out.mkdir()


def open_ways(practice):
    """By its suffix alone; and a practice by the option, which is as little to be changed."""
    plain = practice.backup.parent.parent / 'plain'
    plain.mkdir()
    shutil.copy2(practice.backup, plain / 'Q.cabinet')
    return (('by its suffix', practice.backup, []), ('with --read-only', practice.backup, ['--read-only']),
            ('a practice with --read-only', plain / 'Q.cabinet', ['--read-only']),
            ('a practice with --snapshot', plain / 'Q.cabinet', ['--snapshot']))


def try_command(practice, path, options, name, synopsis):
    """Runs one command, which works where it reads and else is refused."""
    home, reads = practice.home, name in READING
    words = READING[name] if reads else WRITING.get(name) or fill_placeholders(name, synopsis)
    passphrase = practice.code if '--recovery' in words else home.passphrase
    done = home.run(*options, '-p', path, *name.split(), *practice.words(words), passphrase=passphrase)
    if reads:
        assert done.returncode == 0, (name, words, done.stdout, done.stderr)
    else:
        assert (done.returncode, done.stdout, done.stderr.splitlines(True)[:1]) == (1, '', [SENTENCE]), \
            (name, words, done.returncode, done.stdout, done.stderr)


def journey_through(practice, way, path, options):
    """Runs every command, and looks at the file and its folder after each."""
    home = practice.home
    commands = read_manual(home)
    before = journey.state_of(path)
    with tally('V-217', way, 'commands on a file read-only') as counted:
        for name, synopsis in commands.items():
            if name not in ALONE:
                try_command(practice, path, options, name, synopsis)
                assert journey.state_of(path) == before, (name, before, journey.state_of(path))
                counted.done += 1
    # What opens the file by its own name, and a passphrase that does not open it.
    assert home.run('backup', 'verify', path).returncode == 0
    assert home.run(*options, '-p', path, 'client', 'list', passphrase=practice.new).returncode == 1
    assert journey.state_of(path) == before
    assert not list((home.folder / 'run').rglob('*.cabinet*')), 'a copy was left'
    practice.reset()


# The lists above and the table of commands speak of the same verbs
def test_every_command_is_known(home):
    commands = read_manual(home)
    assert set(READING) | ALONE | set(WRITING) <= set(commands), set(READING) | ALONE | set(WRITING) - set(commands)
    alone = {name for name, synopsis in commands.items() if not synopsis.startswith('cabinet-cli -p FILE ')}
    assert alone == ALONE, alone ^ ALONE


# [V-110], [V-112] reading works, writing is refused, and no byte and no date is another
def test_backup_and_option(home):
    practice = Practice(home)
    for way, path, options in open_ways(practice):
        print(f'# {way}', flush=True)
        journey_through(practice, way, path, options)
    # Beside it, the practice itself still takes what is new.
    home.cab('client', 'add', '--given-name', 'Ada')


# [V-112] the same in a folder that takes nothing
def test_folder_without_write_permission(home):
    practice = Practice(home)
    practice.backup.chmod(0o400)
    practice.backup.parent.chmod(0o555)
    try:
        journey_through(practice, 'in a folder 0555', practice.backup, [])
    finally:
        practice.backup.parent.chmod(0o755)


# [V-110], [V-112] a practice on a medium that is mounted read-only needs no option
def test_mounted_read_only(home):
    if os.geteuid() != 0:
        raise journey.Skip('only root may mount')
    practice = Practice(home)
    path = practice.backup.with_name('Q.cabinet')
    practice.backup.rename(path)
    # In a changed root nothing can be made private, and nothing has to be.
    shared = ' shared:' in pathlib.Path('/proc/self/mountinfo').read_text()
    home.prefix = ['unshare', '-m', '--propagation', 'private' if shared else 'unchanged', 'sh', '-c', MOUNT,
                   'sh', str(path.parent)]
    tried = subprocess.run([*home.prefix, 'true'], check=False, capture_output=True, text=True)
    if tried.returncode != 0:
        raise journey.Skip('no mount of our own can be made here: ' + tried.stderr.strip())
    assert subprocess.run([*home.prefix, 'touch', str(path)], check=False, capture_output=True).returncode != 0
    journey_through(practice, 'mounted read-only', path, [])


if __name__ == '__main__':
    journey.main(globals())
