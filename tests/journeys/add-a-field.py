#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""A field is added to a kind in one place, with a migration, in a copy of the tree.

add-a-field.py CABINET-CLI SOURCE-TREE

The copy is patched as style.md 2.6 says and built; the program that comes of it
opens a practice of the program it was made from. No form, command, writer,
reader or audit is touched, and yet the field is in all of them.
"""
import csv
import pathlib
import re
import shutil
import subprocess
import sys

import journey

STEP = '0002-made-up.sql'
INDEX = '  CAB_CONDITION_FIELD_MADE_UP,\n'
ROW = '''\
  [CAB_CONDITION_FIELD_MADE_UP] = {
    .name = "made_up", .type = CAB_FIELD_TEXT, .right = CAB_RIGHT_AUTHORED,
    .flags = CAB_FLAG_SENSITIVE, .label = N_ ("Made up"),
    .why = N_ ("To show that a field is added in one place."), .since = 2
  },
'''
MIGRATION = '''\
-- Schema 2: a field that a test made up.
ALTER TABLE condition ADD COLUMN made_up TEXT CHECK (length(made_up) <= 200
  AND made_up NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
  AND instr(CAST(made_up AS BLOB), x'00') + instr(CAST(made_up AS BLOB), x'EFBFBE')
    + instr(CAST(made_up AS BLOB), x'EFBFBF') = 0);
'''
# What is written, file by file: text that is there once, and what comes right before it.
PATCHES = (
    ('src/model/cab-condition.h', '  CAB_CONDITION_N_FIELDS\n', INDEX),
    ('src/model/cab-condition.c', '};\n/* clang-format on */\n', ROW),
    ('src/vault/cab-migrator.c', '};\n\nstatic const CabMigrations released', f'  {{ "{STEP}", NULL, NULL }},\n'),
    ('src/vault/vault.gresource.xml', '  </gresource>\n', f'    <file>sql/{STEP}</file>\n'),
    ('data/schema/cabinet-record-1.xsd', None,
     '      <xs:element name="made_up" type="text-200" minOccurs="0"/>\n'),
)
TEXT = 'as blue as “Tuesday”, & then some'


def copy_tree(source, target):
    """Copies what the project is, and nothing that was built of it."""
    names = subprocess.run(['git', '-c', f'safe.directory={source.resolve()}', '-C', str(source), 'ls-files', '-z'],
                           check=False, capture_output=True).stdout
    if names:
        names = [name.decode() for name in names.split(b'\0') if name]
    else:  # a tarball
        names = [str(path.relative_to(source)) for path in source.rglob('*')
                 if path.is_file() and path.relative_to(source).parts[0] not in ('_build', '.git')]
    for name in names:
        if (source / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source / name, target / name)


def patch(tree):
    """Adds the field; gives how many lines were written by hand."""
    lines = 0
    for name, anchor, text in PATCHES:
        path = tree / name
        content = path.read_text(encoding='utf-8')
        if anchor is None:
            start = content.index('<xs:complexType name="condition-type">')
            place = content.index('      <xs:element name="ext" ', start)
        else:
            assert content.count(anchor) == 1, (name, anchor, content.count(anchor))
            place = content.index(anchor)
        path.write_text(content[:place] + text + content[place:], encoding='utf-8')
        lines += text.count('\n')
    (tree / 'src/vault/sql' / STEP).write_text(MIGRATION)
    extract = subprocess.run([sys.executable, 'build-aux/extract-schema', 'data/schema/cabinet-record-1.xsd'], cwd=tree,
                             check=True, capture_output=True).stdout
    (tree / 'data/schema/cabinet-extract-1.xsd').write_bytes(extract)
    return lines + MIGRATION.count('\n')


def build(tree):
    """Builds the one program, quickly: it is not the optimiser that is tested."""
    for command in (['meson', 'setup', '_build', '-Dtest_profile=enabled', '-Doptimization=0'],
                    ['ninja', '-C', '_build', '-j2', 'src/cli/cabinet-cli']):
        done = subprocess.run(command, cwd=tree, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert done.returncode == 0, done.stdout[-4000:]
    return str(tree / '_build/src/cli/cabinet-cli')


def check_migration(home, new):
    """[V-46] the older practice is brought to the schema, a verified copy beside it"""
    assert 'Insomnia' in home.cab('condition', 'list', program=new)
    copies = sorted(home.work.glob('P-*-before-schema-02.cabinet-backup'))
    assert len(copies) == 1, sorted(home.work.iterdir())
    assert home.run('backup', 'verify', copies[0]).returncode == 0
    home.cab('practice', 'check', program=new)
    home.cab('audit', 'verify', program=new)
    assert 'Migrate' in home.cab('audit', 'list', program=new)
    refused = home.run('-p', 'P.cabinet', 'client', 'list')
    assert refused.returncode == 1 and refused.stderr.startswith('cabinet-cli: newer: '), refused.stderr
    old = home.run('-p', copies[0], 'condition', 'list')
    assert old.returncode == 0 and 'Insomnia' in old.stdout, old.stderr


def check_commands(home, new, older):
    made = home.cab('condition', 'add', 'Ada', '--label', 'Dread', '--certainty', 'confirmed', '--condition-status',
                    'active', '--made-up', TEXT, program=new)
    shown = home.cab('condition', 'show', made, program=new)
    assert re.search(r'^Made up: +' + re.escape(TEXT) + '$', shown, re.MULTILINE), shown
    home.cab('condition', 'edit', older, '--made-up', 'later', program=new)
    assert re.search(r'^Made up: +later$', home.cab('condition', 'show', older, program=new), re.MULTILINE)
    assert '--made-up' in home.run('condition', 'add', '--help', program=new).stdout
    too_long = home.run('-p', 'P.cabinet', 'condition', 'edit', older, '--made-up', 'x' * 201, program=new)
    assert too_long.returncode == 1 and 'made up' in too_long.stderr, too_long.stderr


def check_audit(home, new):
    rows = [row for row in journey.read_table(home.cab('audit', 'list', '--format', 'csv', program=new))
            if 'made_up' in ' '.join(row.values())]
    assert len(rows) == 2, rows
    assert all(TEXT not in ' '.join(row.values()) for row in rows), rows


def check_bundle(home, new, tree):
    for field, value in (('address', '1 Elm Row, Leeds'), ('authority-name', 'The authority'),
                         ('authority-contact', 'authority@example.org')):
        home.cab('practice', 'set', field, value, program=new)
    home.cab('bundle', 'export', 'Ada', '--profile', 'access', '--plain', '--asked-by', 'Ada', '--to', 'ada.zip',
             program=new)
    assert home.run('bundle', 'verify', 'ada.zip', program=new).returncode == 0
    shutil.unpack_archive(home.work / 'ada.zip', home.work / 'ada')
    record, = (home.work / 'ada').rglob('record.xml')
    assert f'<made_up>{TEXT.replace("&", "&amp;")}</made_up>' in record.read_text(encoding='utf-8')
    done = subprocess.run(['xmllint', '--noout', '--schema', str(tree / 'data/schema/cabinet-extract-1.xsd'),
                           str(record)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    table, = (home.work / 'ada').rglob('condition*.csv')
    with table.open(encoding='utf-8-sig', newline='') as file:
        values = {row['made_up'] for row in csv.DictReader(file)}
    assert values == {TEXT, 'later'}, values


# [V-46], [M-1] one index line, one table row, one step and one line of the schema are all it takes
def test_add_a_field(home):
    source = pathlib.Path(sys.argv[2])
    tree = home.folder / 'tree'
    copy_tree(source, tree)
    lines = patch(tree)
    print(f'# {lines} lines in {len(PATCHES) + 1} files, written by hand', flush=True)
    new = build(tree)

    home.create()
    home.cab('client', 'add', '--given-name', 'Ada')
    older = home.cab('condition', 'add', 'Ada', '--label', 'Insomnia', '--certainty', 'confirmed', '--condition-status',
                     'active')
    check_migration(home, new)
    check_commands(home, new, older)
    check_audit(home, new)
    check_bundle(home, new, tree)


if __name__ == '__main__':
    journey.main(globals())
