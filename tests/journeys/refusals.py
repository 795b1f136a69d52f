#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""Five files that do not open: five sentences, and none of the files is changed.

refusals.py CABINET-CLI
"""
import subprocess
import time

import journey


def refuse(home, path, name, **options):
    """Opens a file that must be refused by that short name; gives the sentence."""
    before = journey.hash_file(path), path.stat().st_mtime_ns, path.stat().st_mode
    done = home.run('-p', path, 'client', 'list', **options)
    assert done.returncode == 1 and done.stdout == '', (name, done.stdout, done.stderr)
    assert done.stderr.startswith(f'cabinet-cli: {name}: '), (name, done.stderr)
    assert (journey.hash_file(path), path.stat().st_mtime_ns, path.stat().st_mode) == before, name
    return done.stderr.splitlines()[0]


def raise_schema(home, path):
    """Makes it the file of a Cabinet to come, as only the stock shell can."""
    key = home.run('-p', path, 'practice', 'raw-key').stdout
    subprocess.run(['sqlcipher', '-batch', str(path)], input=key + 'PRAGMA user_version = 99;\n', text=True, check=True,
                   capture_output=True, timeout=journey.PATIENCE)


def wait_for_quiet(path):
    """Whoever opens a practice writes its lease first: waits until that is done."""
    end = time.monotonic() + journey.PATIENCE
    seen, now = None, path.stat().st_mtime_ns
    while seen != now:
        assert time.monotonic() < end, 'the practice never rests'
        time.sleep(0.3)
        seen, now = now, path.stat().st_mtime_ns


# [V-26], [V-27] wrong passphrase, cut off, foreign, newer, in use
def test_five_sentences(home):
    path = home.create()
    content = path.read_bytes()
    places = {name: home.work / name / 'Q.cabinet' for name in ('cut', 'foreign', 'newer')}
    for place in places.values():
        place.parent.mkdir()
        place.write_bytes(content)
        place.chmod(0o600)
    places['cut'].write_bytes(content[:len(content) // 2])
    places['foreign'].write_bytes(b'A letter to the editor.\n' * 400)
    raise_schema(home, places['newer'])
    other = home.folder / 'other'
    other.write_text('not the six words that open it\n')

    sentences = [refuse(home, path, 'wrong-key', passphrase=other), refuse(home, places['cut'], 'damaged'),
                 refuse(home, places['foreign'], 'not-practice'), refuse(home, places['newer'], 'newer')]

    home.cab('client', 'add', '--given-name', 'Ada')
    holder = subprocess.Popen([home.program, '-p', 'P.cabinet', '--passphrase-file', str(home.passphrase), 'note', 'add',
                               'Ada', '--text-file', '-'], cwd=home.work, env=home.environment, stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + journey.PATIENCE
        while not (home.work / 'P.cabinet-journal').exists():
            assert holder.poll() is None and time.monotonic() < end, 'the practice is never opened'
            time.sleep(0.05)
        wait_for_quiet(path)
        sentences.append(refuse(home, path, 'in-use'))
    finally:
        holder.communicate(b'A word.', timeout=journey.PATIENCE)
    assert holder.returncode == 0
    assert len(set(sentences)) == 5, sentences
    home.cab('practice', 'check')


if __name__ == '__main__':
    journey.main(globals())
