#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[W-188] [W-189] Installed into a root of its own, the program runs from there."""
import os
import pathlib
import subprocess

import harness
from harness import BUILD, Failed, run, same

# What an installed Cabinet has, below its prefix.
FILES = (
    'bin/cabinet', 'bin/cabinet-cli', 'share/applications/{id}.desktop', 'share/metainfo/{id}.metainfo.xml',
    'share/glib-2.0/schemas/io.cabinet.Cabinet.gschema.xml', 'share/mime/packages/io.cabinet.Cabinet.xml',
    'share/icons/hicolor/scalable/apps/{id}.svg', 'share/icons/hicolor/symbolic/apps/{id}-symbolic.svg',
    'share/icons/hicolor/scalable/mimetypes/application-x-cabinet-practice.svg',
    'share/help/C/cabinet/index.page', 'share/help/C/cabinet/limits.page',
    'share/man/man1/cabinet.1', 'share/man/man1/cabinet-cli.1',
)


def install(home):
    """Installs the build and gives its prefix."""
    root = home.folder / 'root'
    told = subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', root],
                          capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if told.returncode != 0:
        raise Failed(told.stdout + told.stderr)
    return next(root.rglob('bin/cabinet')).parents[1]


def journey_installed(home):
    """[W-188] Icons, settings, help and man pages are there, and the window opens"""
    prefix = install(home)
    name = next((prefix / 'share/applications').glob('*.desktop')).stem
    same([each for each in FILES if not (prefix / each.format(id=name)).is_file()], [], 'missing files')
    subprocess.run(['glib-compile-schemas', '--strict', prefix / 'share/glib-2.0/schemas'], check=True)
    moved = home.folder / 'moved'
    prefix.rename(moved)
    harness.PROGRAM = moved / 'bin/cabinet'
    shares = f'{moved}/share:{os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share")}'
    program = home.start(home.make_practice(), XDG_DATA_DIRS=shares,
                         GSETTINGS_SCHEMA_DIR=str(moved / 'share/glib-2.0/schemas'))
    program.window().field('Passphrase')


def journey_man_page(home):
    """[W-189] cabinet(1) names the options that --help names, and no other"""
    told = subprocess.run([BUILD / 'src/app/cabinet', '--help'], env=home.environment, capture_output=True, text=True)
    listed = [line.split()[0] for line in told.stdout.splitlines() if line.strip().startswith('--lock')]
    same(listed, ['--lock'], 'options of --help')
    page = pathlib.Path(__file__).resolve().parents[2].joinpath('data/cabinet.1').read_text(encoding='utf-8')
    if '\\-\\-lock' not in page or '\\fB\\-\\-help\\fR' not in page:
        raise Failed('cabinet.1 lacks an option')


if __name__ == '__main__':
    run(globals())
