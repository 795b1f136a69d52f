#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""Replays a transcript of cabinet-cli and compares every word of it.

transcript.py CABINET-CLI TRANSCRIPT

A transcript is a text file:

    # what it shows, with the tag it proves
    $ cab client list
    | what comes on standard output, line by line
    ! what comes on standard error
    ? 1        the exit status, where it is not 0

Every command runs in bash, in an empty home of its own. `cab` is cabinet-cli
with the practice and the passphrase that `new-practice` made; `clock INSTANT`
sets the time, which otherwise stands at 2026-03-02, one minute later with each
call. Ids are counted, so a transcript never changes by itself. A command that
is an assignment, as `note=$(cab note add …)`, keeps its variable. The name of
the home is written as ~.

CAB_UPDATE_GOLDEN=1 writes the transcript anew, to be read in the diff.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

START = '2026-03-02T09:00:00Z'
PASSPHRASE = 'seven harbour lantern quartz willow meadow'

WRAPPER = r'''#!/bin/bash
# Each call of the program is one minute later, and counts its ids anew.
n=$(($(cat "$CABINET_TRANSCRIPT/calls") + 1))
echo "$n" > "$CABINET_TRANSCRIPT/calls"
start=$(cat "$CABINET_TRANSCRIPT/start")
export CABINET_TEST_IDS=$n CABINET_TEST_KDF=1
CABINET_TEST_CLOCK=$(TZ=UTC date -d "$start + $n minutes" +%Y-%m-%dT%H:%M:%SZ)
export CABINET_TEST_CLOCK
exec "$CABINET_CLI" "$@"
'''
CAB = '#!/bin/sh\nexec cabinet-cli -p P.cabinet --passphrase-file "$CABINET_TRANSCRIPT/pass" "$@"\n'
NEW = '''#!/bin/sh
exec cabinet-cli --passphrase-file "$CABINET_TRANSCRIPT/pass" practice create P.cabinet \\
  --name "Quiet Room" --clinician "Dr Grey" --profession psychotherapist --jurisdiction uk \\
  --zone Europe/London "$@" 2>/dev/null
'''
CLOCK = '#!/bin/sh\necho "$1" > "$CABINET_TRANSCRIPT/start"; echo 0 > "$CABINET_TRANSCRIPT/calls"\n'


class Step:
    """A command with what was expected of it; comments are steps without one."""

    def __init__(self, line, command=None):
        self.line, self.command = line, command
        self.text = []

    def render(self, result):
        out, err, status = result
        lines = ['$ ' + self.command]
        lines += [('| ' + line).rstrip(' ') if line else '|' for line in split(out)]
        lines += [('! ' + line) if line else '!' for line in split(err)]
        if status != 0:
            lines.append(f'? {status}')
        return lines


def split(text):
    """Lines; what does not end in a line break is marked."""
    if not text:
        return []
    lines = text.split('\n')
    if lines[-1] == '':
        return lines[:-1]
    lines[-1] += '\\no-line-break'
    return lines


def read(path):
    steps = []
    for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
        if line.startswith('$ '):
            steps.append(Step(number, line[2:]))
        elif steps and steps[-1].command and line[:1] in ('|', '!', '?'):
            steps[-1].text.append(line)
        elif steps and steps[-1].command and steps[-1].command.endswith('\\'):
            steps[-1].command += '\n' + line
        else:
            steps.append(Step(number))
            steps[-1].text.append(line)
    return steps


class Home:
    """An empty home, and the few programs that transcripts use."""

    def __init__(self, folder, program):
        self.folder = pathlib.Path(folder)
        self.state = self.folder / 'state'
        self.home = self.folder / 'home'
        tools = self.folder / 'tools'
        for path in (self.state, self.home, tools, self.folder / 'tmp', self.folder / 'run'):
            path.mkdir(mode=0o700)
        for name, text in (('cabinet-cli', WRAPPER), ('cab', CAB), ('new-practice', NEW), ('clock', CLOCK)):
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        (self.state / 'start').write_text(START)
        (self.state / 'calls').write_text('0')
        (self.state / 'pass').write_text(PASSPHRASE + '\n')
        (self.state / 'variables').write_text('')
        self.environment = dict(os.environ)
        for name in list(self.environment):
            if name.startswith('XDG_'):
                del self.environment[name]
        self.environment.update(
            HOME=str(self.home), TMPDIR=str(self.folder / 'tmp'), XDG_RUNTIME_DIR=str(self.folder / 'run'),
            PATH=f'{tools}:{self.environment["PATH"]}', CABINET_CLI=str(program),
            CABINET_TRANSCRIPT=str(self.state))

    def run(self, command):
        assigned = re.match(r'([a-z_]+)=', command)
        script = f'. "$CABINET_TRANSCRIPT/variables"\n{command}\nstatus=$?\n'
        if assigned:
            script += f'declare -p {assigned[1]} >> "$CABINET_TRANSCRIPT/variables"\n'
        script += 'exit $status\n'
        done = subprocess.run(['bash', '-c', script], cwd=self.home, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        return tuple(self.clean(stream) for stream in (done.stdout, done.stderr)) + (done.returncode,)

    def clean(self, stream):
        text = stream.decode('utf-8', 'backslashreplace').replace(str(self.home), '~')
        return text.replace('\r', '\\r').replace('\ufeff', '\\ufeff')


def replay(program, path):
    steps = read(path)
    n_failed = number = 0
    written = []
    print(f'1..{sum(1 for step in steps if step.command)}')
    with tempfile.TemporaryDirectory(prefix='cabinet-transcript-') as folder:
        home = Home(folder, program)
        for step in steps:
            if not step.command:
                written += step.text
                continue
            number += 1
            lines = step.render(home.run(step.command))
            expected = ['$ ' + step.command] + step.text
            written += lines
            if lines == expected or os.environ.get('CAB_UPDATE_GOLDEN'):
                print(f'ok {number} - {path.name}:{step.line} {step.command.splitlines()[0]}')
                continue
            n_failed += 1
            print(f'not ok {number} - {path.name}:{step.line} {step.command.splitlines()[0]}')
            for line in expected[1:]:
                print('# expected ' + line)
            for line in lines[1:]:
                print('# got      ' + line)
    if os.environ.get('CAB_UPDATE_GOLDEN'):
        path.write_text('\n'.join(written) + '\n', encoding='utf-8')
    return n_failed


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(1 if replay(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])) else 0)
