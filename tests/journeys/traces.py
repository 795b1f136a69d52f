#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""What a journey leaves on disk: no file but those it is for is written, and none holds a word.

traces.py CABINET-CLI
"""
import pathlib
import re
import shutil
import subprocess
import tempfile

import journey
from tally import tally

NAME, NOTE, MOOD, FILE = 'Zephyrine Quillfeather', 'the lighthouse keeper dreams', 'moss under glass', 'A letter of marmots'
NEW = 'walnut drawer ferry granite pepper otter'
BUNDLE = 'violet summit lantern meadow tunnel wobbly'
CODINGS = 'utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le'
# Calls that make a file, change one, or give one a name.
CALLS = 'open,openat,openat2,creat,truncate,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat'
STAMP = r'\d{8}T\d{6}Z'
# By folder of the home: all that any command may write.
ALLOWED = (
    rf'work/[PQR]\.cabinet(\.part-[0-9a-f]{{8}})?(-journal)?|work/P\.cabinet\.before-restore-{STAMP}',
    rf'backups/P-{STAMP}\.cabinet-backup(\.part-[0-9a-f]{{8}}(-journal)?)?',
    r'out/(access|whole)\.zip|out/[^/]*\.part-[^/]*|out/\.[^/]*',
    r'home/\.local/state/cabinet/witness/[0-9a-f]{32}(\.[A-Za-z0-9]{6})?',
    r'run/cabinet/copy-[A-Za-z0-9]{6}/practice\.cabinet(-journal)?',
)
DEVICES = {'/dev/null', '/dev/tty'}


def is_traceable(folder):
    """Whether strace can follow a program here; gives the reason why not."""
    if shutil.which('strace') is None:
        return 'strace is not installed'
    tried = subprocess.run(['strace', '-f', '-o', f'{folder}/tried', 'true'], capture_output=True, text=True, check=False)
    return None if tried.returncode == 0 else f'strace cannot follow a program here: {tried.stderr.strip()[:80]}'


def list_written(trace, cwd):
    """Gives the path of each call that wrote, made or named a file."""
    for line in pathlib.Path(trace).read_text(encoding='utf-8', errors='surrogateescape').splitlines():
        call = re.match(r'\d+ +(\w+)\((.*)\) += +(-?\d+)', line)
        if call is None or call[3].startswith('-'):
            continue
        name, arguments = call[1], call[2]
        if name.startswith('open') and not re.search(r'O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE', arguments):
            continue
        # With -y a folder's descriptor carries its path: 5</home>, "name".
        for folder, path in re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"', arguments):
            yield name, str(pathlib.Path(folder or cwd, path))


class Traced:
    """A home whose every run is followed."""

    def __init__(self, home, traces):
        self.home, self.traces, self.runs = home, pathlib.Path(traces), 0
        self.given = home.folder / 'given'
        for name in ('given', 'backups', 'out'):
            (home.folder / name).mkdir()

    def give(self, name, text):
        path = self.given / name
        path.write_text(text)
        return path

    def run(self, *arguments, practice='P.cabinet', passphrase=None):
        self.runs += 1
        # The sanitizers' leak finder cannot stop a program that is already followed.
        self.home.environment['ASAN_OPTIONS'] = 'detect_leaks=0'
        self.home.prefix = ['strace', '-f', '-y', '-qq', '-s', '4096', '-e', 'signal=none', '-e', f'trace={CALLS}', '-o',
                            str(self.traces / str(self.runs))]
        where = ('-p', practice) if practice else ()
        done = self.home.run(*where, *arguments, passphrase=passphrase)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout.strip()

    def list_strangers(self):
        root = str(self.home.folder.resolve())
        written = [found for trace in self.traces.iterdir() for found in list_written(trace, self.home.work)]
        names = {pathlib.Path(path).name for _, path in written}
        assert names >= {'P.cabinet', 'P.cabinet-journal', 'Q.cabinet', 'R.cabinet'}, 'strace missed what was written'
        return sorted({(name, path) for name, path in written
                       if path not in DEVICES and not any(re.fullmatch(f'{re.escape(root)}/({allowed})', path)
                                                          for allowed in ALLOWED)})


def travel(traced):
    """A practice's life: records, search, backup, bundles out and in, another passphrase, restoring, erasing."""
    run, home = traced.run, traced.home
    note, letter = traced.give('note', NOTE), traced.give('letter.txt', FILE)
    new, bundle = traced.give('new', NEW), traced.give('bundle', BUNDLE)
    zips = [home.folder / 'out' / name for name in ('access.zip', 'whole.zip')]

    run('practice', 'create', 'P.cabinet', *journey.PRACTICE, practice=None)
    given, family = NAME.split()
    run('practice', 'set', 'address', 'A street 1')
    run('practice', 'set', 'authority-name', 'The Commissioner')
    run('practice', 'set', 'authority-contact', 'A house')
    run('client', 'add', '--given-name', given, '--family-name', family)
    run('note', 'add', given, '--text-file', note, '--sign')
    run('mood', 'add', given, '--entry-source', 'client-diary', '--valence', '2', '--arousal', '-1', '--context-words', MOOD)
    run('attachment', 'add', given, letter, '--origin', 'received', '--source', 'GP', '--attachment-kind', 'letter-in')
    assert 'lighthouse' in run('search', 'lighthouse')
    run('backup', 'make', '--to', home.folder / 'backups')
    backup, = (home.folder / 'backups').iterdir()
    run('bundle', 'export', given, '--profile', 'access', '--to', zips[0], '--encrypt-passphrase-file', bundle)
    run('bundle', 'export', '--profile', 'practice', '--to', zips[1], '--encrypt-passphrase-file', bundle, '--yes')
    run('bundle', 'verify', zips[1], '--bundle-passphrase-file', bundle, practice=None)
    run('practice', 'create', 'Q.cabinet', practice=None)
    run('bundle', 'import', zips[1], '--bundle-passphrase-file', bundle, practice='Q.cabinet')
    assert NAME in run('client', 'list', practice='Q.cabinet')
    run('passphrase', 'change', '--new-passphrase-file', new)
    run('practice', 'check', passphrase=new)
    run('backup', 'verify', backup, practice=None)
    run('--read-only', 'client', 'list', practice=backup)
    run('backup', 'restore', backup, '--to', 'P.cabinet', practice=None)
    run('backup', 'restore', backup, '--to', 'R.cabinet', practice=None)
    run('client', 'erase', given, '--ground', 'request', '--yes')
    run('backup', 'scrub', backup)
    run('practice', 'compact')


def find_canaries(folder, left_out):
    """Gives (file, word) wherever a file below a folder holds a word of the record or a passphrase."""
    words = *NAME.split(), NOTE, MOOD, FILE, NEW, BUNDLE, journey.PASSPHRASE, 'Quiet Room'
    found = []
    for path in sorted(folder.rglob('*')):
        if not path.is_file() or any(path.is_relative_to(other) for other in left_out):
            continue
        content = path.read_bytes() + str(path).encode()
        found += [(str(path), word) for word in words for coding in CODINGS if word.encode(coding) in content]
    return found


def follow(home, traces, counted):
    traced = Traced(home, traces)
    pathlib.Path(traces, 'tried').unlink()
    travel(traced)
    assert traced.list_strangers() == []
    assert find_canaries(home.folder, (traced.given, home.passphrase)) == []
    # Looking works: what was given is found.
    assert {word for _, word in find_canaries(home.folder, ())} == {NOTE, FILE, NEW, BUNDLE, journey.PASSPHRASE}
    counted.done = traced.runs


# [V-173], [V-215] a whole journey opens no other file for writing, and none that it leaves holds a word
def test_traces(home):
    with tempfile.TemporaryDirectory(prefix='cabinet-traces-') as traces:
        reason = is_traceable(traces)
        if reason is not None:
            raise journey.Skip(reason)
        with tally('V-215', 'command line', 'runs of the command line that were followed') as counted:
            follow(home, traces, counted)


if __name__ == '__main__':
    journey.main(globals())
