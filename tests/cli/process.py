#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""What a transcript cannot show: prompts, signals, and what others can see.

process.py CABINET-CLI SOURCE-TREE
"""
import contextlib
import os
import pathlib
import pty
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time
import traceback

PASSPHRASE = 'seven harbour lantern quartz willow meadow'
CANARY = 'thelighthousekeeperdreams'
PATIENCE = 30


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self, home, *arguments):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home.home)
            os.execve(home.program, ['cabinet-cli', *arguments], home.environment)
        self.seen = b''
        self.status = None

    def read(self, seconds=0.2):
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return True
        try:
            piece = os.read(self.fd, 4096)
        except OSError:
            return False
        self.seen += piece
        return bool(piece)

    def wait_for(self, text):
        end = time.monotonic() + PATIENCE
        while text.encode() not in self.seen:
            assert time.monotonic() < end, f'“{text}” never came; got {self.seen!r}'
            assert self.read(), f'ended before “{text}”; got {self.seen!r}'
        self.seen = self.seen.split(text.encode(), 1)[1]

    def type(self, text):
        os.write(self.fd, text.encode())

    def is_echoing(self):
        return bool(termios.tcgetattr(self.fd)[3] & termios.ECHO)

    def finish(self):
        end = time.monotonic() + PATIENCE
        while self.status is None:
            assert time.monotonic() < end, f'does not end; got {self.seen!r}'
            self.read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid != 0:
                self.status = os.waitstatus_to_exitcode(status)
        while select.select([self.fd], [], [], 0)[0] and self.read(0):
            pass
        return self.status


class Home:
    def __init__(self, folder, program):
        self.program = str(program)
        self.home = pathlib.Path(folder)
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith('XDG_')}
        self.environment.update(HOME=folder, XDG_RUNTIME_DIR=folder, CABINET_TEST_KDF='1',
                                G_DEBUG='fatal-warnings')
        self.passphrase = self.home / 'pass'
        self.passphrase.write_text(PASSPHRASE + '\n')

    def cli(self, *arguments, **options):
        return subprocess.run([self.program, *arguments], cwd=self.home, env=self.environment, check=False,
                              capture_output=True, text=True, timeout=PATIENCE, **options)

    def cab(self, *arguments, **options):
        return self.cli('-p', 'P.cabinet', '--passphrase-file', 'pass', *arguments, **options)

    def start(self, *arguments, **options):
        return subprocess.Popen([self.program, *arguments], cwd=self.home, env=self.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)

    def make(self):
        made = self.cli('--passphrase-file', 'pass', 'practice', 'create', 'P.cabinet')
        assert made.returncode == 0, made.stderr
        added = self.cab('client', 'add', '--given-name', 'Ada')
        assert added.returncode == 0, added.stderr


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.02)


# [V-6] the passphrase is asked for without echo, and the terminal is left as it was
def test_prompt_shows_nothing(home, source):
    home.make()
    terminal = Terminal(home, '-p', 'P.cabinet', 'client', 'list')
    terminal.wait_for('Passphrase of “P.cabinet”: ')
    assert not terminal.is_echoing()
    terminal.type(PASSPHRASE + '\n')
    assert terminal.finish() == 0
    assert b'Ada' in terminal.seen
    assert PASSPHRASE.encode() not in terminal.seen
    assert terminal.is_echoing()


# [V-26], [V-27] a wrong passphrase at the prompt is asked for again, slower from the third on
def test_wrong_passphrase(home, source):
    home.make()
    terminal = Terminal(home, '-p', 'P.cabinet', 'client', 'list')
    start = time.monotonic()
    for least in (0, 0, 0, 1, 2):
        terminal.wait_for('Passphrase of “P.cabinet”: ')
        assert time.monotonic() - start >= least, least
        assert not terminal.is_echoing()
        start = time.monotonic()
        terminal.type('not this one\n')
        terminal.wait_for('That passphrase did not open this file.')
    assert terminal.finish() == 1
    assert terminal.is_echoing()

    terminal = Terminal(home, '-p', 'P.cabinet', 'client', 'list')
    terminal.wait_for(': ')
    terminal.type('not this one\n')
    terminal.wait_for('Passphrase of “P.cabinet”: ')
    terminal.type(PASSPHRASE + '\n')
    assert terminal.finish() == 0 and b'Ada' in terminal.seen, terminal.seen

    (home.home / 'wrong').write_text('not this one')
    refused = home.cli('-p', 'P.cabinet', '--passphrase-file', 'wrong', 'client', 'list')
    assert refused.returncode == 1 and refused.stderr.count('did not open') == 1, refused.stderr


# Ctrl+C at the prompt: status 1, and the terminal echoes again
def test_interrupted_prompt(home, source):
    home.make()
    before = (home.home / 'P.cabinet').read_bytes()
    for key, sent in (('Ctrl+C', '\x03'), ('Ctrl+D', '\x04')):
        terminal = Terminal(home, '-p', 'P.cabinet', 'client', 'list')
        terminal.wait_for(': ')
        terminal.type(sent)
        assert terminal.finish() == 1, key
        assert b'cabinet-cli: cancelled: ' in terminal.seen, (key, terminal.seen)
        assert terminal.is_echoing(), key
    assert (home.home / 'P.cabinet').read_bytes() == before


# Ctrl+Z would leave the shell a terminal that shows nothing
def test_prompt_is_not_stopped(home, source):
    home.make()
    terminal = Terminal(home, '-p', 'P.cabinet', 'client', 'list')
    terminal.wait_for(': ')
    terminal.type('\x1a')
    terminal.read(0.3)
    assert pathlib.Path(f'/proc/{terminal.pid}/stat').read_text().split(') ')[1][0] != 'T'
    terminal.type('\x15' + PASSPHRASE + '\n')
    assert terminal.finish() == 0, terminal.seen


# [V-6] a new passphrase is typed twice; a weak one is refused before that
def test_new_passphrase(home, source):
    for first, second, status, name in (('short', None, 1, b'weak-passphrase'),
                                        (PASSPHRASE, PASSPHRASE + 'x', 1, b'mismatch'),
                                        (PASSPHRASE, PASSPHRASE, 0, b'')):
        terminal = Terminal(home, 'practice', 'create', 'P.cabinet')
        terminal.wait_for('New passphrase: ')
        terminal.type(first + '\n')
        if second is not None:
            terminal.wait_for('The same again: ')
            assert not terminal.is_echoing()
            terminal.type(second + '\n')
        assert terminal.finish() == status, terminal.seen
        assert name in terminal.seen
        assert (home.home / 'P.cabinet').exists() == (status == 0)
    assert home.cab('client', 'list').returncode == 0


# [V-130] the recovery code is asked for line by line; a mistyped line again
def test_recovery_code(home, source):
    home.make()
    shown = home.cab('recovery', 'show').stdout.splitlines()
    code = [line for line in shown if len(line) == 19 and line[4] == ' ']
    assert len(code) == 4, shown
    terminal = Terminal(home, '-p', 'P.cabinet', '--recovery', 'client', 'list')
    terminal.wait_for('Recovery code, line 1: ')
    assert not terminal.is_echoing()
    terminal.type(code[1] + '\n')
    terminal.wait_for('typing mistake')
    for number, line in enumerate(code, 1):
        terminal.wait_for(f'line {number}: ')
        terminal.type(line + '\n')
    assert terminal.finish() == 0, terminal.seen
    assert b'Ada' in terminal.seen and code[0].encode() not in terminal.seen

    terminal = Terminal(home, '-p', 'P.cabinet', '--recovery', 'client', 'list')
    terminal.wait_for('line 1: ')
    terminal.type(''.join(code).replace(' ', '-').lower() + '\n')
    assert terminal.finish() == 0, terminal.seen


# [B-70] the passphrase of a bundle is shown once, on the terminal alone
def test_generated_passphrase(home, source):
    home.make()
    with tempfile.TemporaryFile() as output:
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(home.home)
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            os.execve(home.program, ['cabinet-cli', '-p', 'P.cabinet', '--passphrase-file', 'pass', 'bundle', 'export',
                                     '--profile', 'practice', '--to', 'x.zip'], home.environment)
        seen = b''
        with contextlib.suppress(OSError):
            while piece := os.read(fd, 4096):
                seen += piece
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        output.seek(0)
        written = output.read()
    passphrase = seen.split(b'shown this once: ')[1].strip()
    assert len(passphrase.replace(b'drop-down', b'd').split(b'-')) >= 7, seen
    assert passphrase not in written and b'x.zip' in written
    (home.home / 'shown').write_bytes(passphrase)
    assert home.cli('bundle', 'verify', 'x.zip', '--bundle-passphrase-file', 'shown').stdout == 'valid\n'

    terminal = Terminal(home, 'bundle', 'verify', 'x.zip')
    terminal.wait_for('Passphrase of the bundle: ')
    assert not terminal.is_echoing()
    terminal.type(passphrase.decode() + '\n')
    assert terminal.finish() == 0 and b'valid' in terminal.seen, terminal.seen


# The question before what cannot be undone wants the whole word
def test_question(home, source):
    home.make()
    for answer, status in (('', 1), ('y', 1), ('YES', 1), ('yes', 0)):
        terminal = Terminal(home, '-p', 'P.cabinet', '--passphrase-file', 'pass', 'client', 'erase', 'Ada',
                            '--ground', 'request')
        terminal.wait_for('There is no Undo. Type “yes”: ')
        terminal.type(answer + '\n')
        assert terminal.finish() == status, (answer, terminal.seen)
        assert ('Ada' in home.cab('client', 'list').stdout) == (status == 1)


# [V-173] neither passphrase nor text is where others can see it while the program runs
def test_nothing_is_seen(home, source):
    home.make()
    process = home.start('-p', 'P.cabinet', '--passphrase-file', 'pass', 'note', 'add', 'Ada', '--text-file', '-',
                         stdin=subprocess.PIPE)
    process.stdin.write(CANARY.encode())
    process.stdin.flush()
    wait_until(lambda: (home.home / 'P.cabinet-journal').exists() or process.poll() is not None,
               'the practice is never opened')
    for name in ('cmdline', 'environ', 'comm'):
        with contextlib.suppress(PermissionError):
            content = pathlib.Path(f'/proc/{process.pid}/{name}').read_bytes()
            assert PASSPHRASE.encode() not in content, name
            assert CANARY.encode() not in content, name
    process.stdin.close()
    assert process.wait(PATIENCE) == 0, process.stderr.read()


# Ctrl+C while it waits for text: nothing is written, the practice is closed and opens again
def test_interrupted_input(home, source):
    home.make()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        process = home.start('-p', 'P.cabinet', '--passphrase-file', 'pass', 'note', 'add', 'Ada', '--text-file', '-',
                             stdin=subprocess.PIPE)
        process.stdin.write(b'half a sen')
        process.stdin.flush()
        wait_until(lambda: (home.home / 'P.cabinet-journal').exists() or process.poll() is not None,
                   'the practice is never opened')
        process.send_signal(number)
        assert process.wait(PATIENCE) == 1, number
        assert b'cabinet-cli: cancelled: ' in process.stderr.read()
        process.stdin.close()
    assert home.cab('note', 'list').stdout == ''
    assert 'unclean' not in home.cab('audit', 'list', '--format', 'csv').stdout
    assert sorted(path.name for path in home.home.glob('P.*')) == ['P.cabinet']


# Ctrl+C while a key is derived: no file is left
def test_interrupted_creation(home, source):
    slow = dict(home.environment)
    del slow['CABINET_TEST_KDF']
    home.environment = slow
    process = home.start('--passphrase-file', 'pass', 'practice', 'create', 'P.cabinet')
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 1
    assert b'cabinet-cli: cancelled: ' in process.stderr.read()
    assert not list(home.home.glob('P.*'))


# The reader of a pipe may go away; a full disk is told
def test_output(home, source):
    home.make()
    for number in range(3):
        assert home.cab('client', 'add', '--given-name', f'Ben {number}').returncode == 0
    closed = home.start('-p', 'P.cabinet', '--passphrase-file', 'pass', 'client', 'list')
    closed.stdout.close()
    assert closed.wait(PATIENCE) == 1
    assert closed.stderr.read() == b''
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([home.program, '-p', 'P.cabinet', '--passphrase-file', 'pass', 'client', 'list'],
                              cwd=home.home, env=home.environment, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b'cabinet-cli: output: '), done.stderr


# A list in a format for programs is harmless on a terminal, and as it is in a file
def test_formats_on_a_terminal(home, source):
    home.make()
    assert home.cab('client', 'add', '--given-name', 'Eve\u009b31m').returncode == 0
    assert '\u009b' in home.cab('client', 'list', '--format', 'csv').stdout
    terminal = Terminal(home, '-p', 'P.cabinet', '--passphrase-file', 'pass', 'client', 'list', '--format', 'csv')
    assert terminal.finish() == 0
    assert '\u009b'.encode() not in terminal.seen and rb'Eve\x9b31m' in terminal.seen


# The manual page in the tree is the one that the table makes
def test_manual_is_fresh(home, source):
    made = home.cli('--manual').stdout
    kept = (source / 'data' / 'cabinet-cli.1').read_text(encoding='utf-8')
    assert made == kept, 'run: cabinet-cli --manual > data/cabinet-cli.1'


# The completion loads in bash and completes nouns, verbs, options and files
def test_completion(home, source):
    script = home.home / 'completion'
    script.write_text(home.cli('--completion').stdout)
    (home.home / 'P.cabinet').write_text('')
    for words, wanted in ((['cabinet-cli', 'prac'], 'practice'), (['cabinet-cli', 'client', 'sh'], 'show'),
                          (['cabinet-cli', '-p', 'x', 'note', 'li'], 'list'),
                          (['cabinet-cli', 'client', 'list', '--form'], '--format'),
                          (['cabinet-cli', 'client', 'add', '--given'], '--given-name'),
                          (['cabinet-cli', 'client', 'list', '--read'], '--read-only'),
                          (['cabinet-cli', 'search', '--lim'], '--limit'),
                          (['cabinet-cli', '-p', 'P.ca'], 'P.cabinet'),
                          (['cabinet-cli', 'backup', 'verify', 'P.ca'], 'P.cabinet')):
        quoted = ' '.join(f"'{word}'" for word in words)
        done = subprocess.run(
            ['bash', '-uc', f'. ./completion; compopt () {{ :; }}; COMP_WORDS=({quoted}); '
             f'COMP_CWORD={len(words) - 1}; _cabinet_cli; printf "%s\\n" "${{COMPREPLY[@]}}"'],
            cwd=home.home, capture_output=True, text=True, check=False, timeout=PATIENCE)
        assert done.returncode == 0 and not done.stderr, (words, done.stderr)
        assert done.stdout.split() == [wanted], (words, done.stdout)


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    # What is ignored here stays ignored in a program started from here: under nohup that is SIGHUP.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    print(f'1..{len(tests)}')
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix='cabinet-process-') as folder:
            try:
                test(Home(folder, program), source)
                print(f'ok {number} - {name[5:]}', flush=True)
            except Exception:  # the report of any failure is the point
                failed = 1
                print(f'not ok {number} - {name[5:]}')
                print('\n'.join('# ' + line for line in traceback.format_exc().splitlines()), flush=True)
    sys.exit(failed)


if __name__ == '__main__':
    main()
