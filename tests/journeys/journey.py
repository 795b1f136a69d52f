# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""What the journeys share: a private home for cabinet-cli, and a report in TAP."""
import csv
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PASSPHRASE = 'seven harbour lantern quartz willow meadow'
PRACTICE = ('--name', 'Quiet Room', '--clinician', 'Dr Grey', '--profession', 'psychotherapist', '--jurisdiction', 'uk',
            '--zone', 'Europe/London')
PATIENCE = 60


class Home:
    """An empty home; every file that the program may write outside the practice lands in it."""

    def __init__(self, folder, program):
        self.program = str(program)
        self.prefix = []
        self.folder = pathlib.Path(folder)
        self.work = self.folder / 'work'
        for name in ('work', 'home', 'tmp', 'run'):
            (self.folder / name).mkdir(mode=0o700)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith('XDG_')}
        self.environment.update(HOME=str(self.folder / 'home'), TMPDIR=str(self.folder / 'tmp'),
                                XDG_RUNTIME_DIR=str(self.folder / 'run'), CABINET_TEST_KDF='1', LC_ALL='C.UTF-8',
                                LANGUAGE='', TZ='UTC', G_DEBUG='fatal-warnings')
        self.passphrase = self.folder / 'passphrase'
        self.passphrase.write_text(PASSPHRASE + '\n')

    def run(self, *arguments, program=None, passphrase=None, **options):
        """Runs the program with the passphrase, and without a terminal to ask on."""
        return subprocess.run(
            [*self.prefix, program or self.program, '--passphrase-file', str(passphrase or self.passphrase),
             *map(str, arguments)],
            cwd=self.work, env=self.environment, check=False, capture_output=True, text=True, timeout=PATIENCE,
            stdin=subprocess.DEVNULL, start_new_session=True, **options)

    def cab(self, *arguments, **options):
        """Runs a command on P.cabinet that has to succeed; gives what it printed."""
        done = self.run('-p', 'P.cabinet', *arguments, **options)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return done.stdout.rstrip('\n')

    def create(self, *arguments):
        made = self.run('practice', 'create', 'P.cabinet', *(arguments or PRACTICE))
        assert made.returncode == 0, made.stderr
        return self.work / 'P.cabinet'


def read_table(text):
    """Gives the rows of a CSV table that the program printed."""
    return list(csv.DictReader(text.removeprefix('\ufeff').splitlines()))


def hash_file(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def state_of(path):
    """All of a file and its folder that must not change while it is read; atime is excluded [V-112]."""
    path = pathlib.Path(path)
    own, folder = path.stat(), path.parent.stat()
    return {'sha256': hash_file(path), 'size': own.st_size, 'mtime': own.st_mtime_ns, 'ctime': own.st_ctime_ns,
            'mode': own.st_mode, 'inode': own.st_ino, 'listing': sorted(os.listdir(path.parent)),
            'folder mtime': folder.st_mtime_ns, 'folder mode': folder.st_mode}


class Skip(Exception):
    """This cannot be shown on this machine; the argument says why."""


def run_all(tests, program):
    """Runs (name, function) pairs, each with a home of its own, and reports in TAP."""
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        folder = tempfile.mkdtemp(prefix='cabinet-journey-')
        try:
            test(Home(folder, program))
            print(f'ok {number} - {name}', flush=True)
        except Skip as reason:
            print(f'ok {number} - {name} # SKIP {reason}', flush=True)
        except Exception:  # the report of any failure is the point
            failed = 1
            print(f'not ok {number} - {name}')
            print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()), flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return failed


def main(scope):
    """Runs every test_ function of a module with the program that the first argument names."""
    tests = [(name[5:].replace('_', ' '), test) for name, test in scope.items() if name.startswith('test_')]
    sys.exit(run_all(tests, pathlib.Path(sys.argv[1]).resolve()))
