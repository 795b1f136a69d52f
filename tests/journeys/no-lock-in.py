#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""The stock sqlcipher shell opens a practice without Cabinet.

no-lock-in.py CABINET-CLI
"""
import hashlib
import re
import subprocess

import journey

NAME = 'Ada Lighthouse'


def ask_shell(home, key):
    """Asks the stock shell for names, with nothing but a key line and the file."""
    script = key + "\nSELECT given_name FROM client;\nPRAGMA integrity_check;\nPRAGMA cipher_integrity_check;\n"
    done = subprocess.run(['sqlcipher', '-readonly', '-batch', 'P.cabinet'], cwd=home.work, input=script, check=False,
                          capture_output=True, text=True, timeout=journey.PATIENCE)
    return done.returncode, done.stdout.splitlines()


# The few lines that README prints: from the code on the sheet to the key line [V-130].
def decode_code(code):
    alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    text = re.sub('[ \n-]', '', code.upper()).translate(str.maketrans('OIL', '011'))
    number = 0
    for line in range(4):
        for letter in text[line * 16:line * 16 + 13]:
            number = number * 32 + alphabet.index(letter)
    key = (number >> 4).to_bytes(32, 'big')
    key = hashlib.blake2b(digest_size=32, key=key, salt=b'\1', person=b'CABINET1').hexdigest()
    return f'''PRAGMA key = "x'{key}'";'''


def make(home):
    home.create()
    home.cab('client', 'add', '--given-name', NAME)


# [V-9] with what raw-key prints, and not with another key
def test_raw_key(home):
    make(home)
    before = journey.hash_file(home.work / 'P.cabinet')
    key = home.cab('practice', 'raw-key')
    assert re.fullmatch(r'''PRAGMA key = "x'[0-9a-f]{64}'";''', key)
    status, lines = ask_shell(home, key)
    assert status == 0 and NAME in lines and lines[-1] == 'ok' and 'HMAC' not in ''.join(lines), lines
    other = re.sub("[0-9a-f]{64}", '0' * 64, key)
    assert NAME not in ask_shell(home, other)[1]
    assert journey.hash_file(home.work / 'P.cabinet') == before


# [V-130] with the code of the recovery sheet, decoded by the standard library alone
def test_recovery_code(home):
    make(home)
    code = re.findall(r'^(?:\w{4} ){3}\w{4}$', home.cab('recovery', 'show'), re.MULTILINE)
    assert len(code) == 4
    key = decode_code('\n'.join(code))
    assert key == home.cab('practice', 'raw-key')
    assert key == decode_code('-'.join(code).lower().replace('0', 'o').replace('1', 'l'))
    status, lines = ask_shell(home, key)
    assert status == 0 and NAME in lines, lines


if __name__ == '__main__':
    journey.main(globals())
