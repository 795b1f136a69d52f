# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""Looks for what should be nowhere: in another process's memory, in files, on the display."""
import ctypes
import pathlib
import re

ENCODINGS = ('utf-8', 'utf-16-le', 'utf-32-le')
# What GTK and a session keep of what a person selected, copied or dragged.
SELECTIONS = ('PRIMARY', 'SECONDARY', 'CLIPBOARD', 'CLIPBOARD_MANAGER', 'XdndSelection')


class Canaries:
    """Words that occur nowhere else, and keys, in every form they may be left in."""

    def __init__(self, words, keys=()):
        self.forms = {word.encode(encoding): f'{word} in {encoding}' for word in words for encoding in ENCODINGS}
        for number, key in enumerate(keys):
            # A half of it is enough to call it left behind.
            for part in (key[:16], key[16:]):
                self.forms[part] = f'key {number}'
                self.forms[part.hex().encode()] = f'key {number} in hexadecimal'
                self.forms[part.hex().upper().encode()] = f'key {number} in capital hexadecimal'

    def find(self, content):
        """What of them is in it: (offset, which)."""
        for form, what in self.forms.items():
            at = content.find(form)
            while at >= 0:
                yield at, what
                at = content.find(form, at + 1)


def read_maps(pid):
    """The writable mappings of a process: (start, end, what it maps)."""
    for line in pathlib.Path(f'/proc/{pid}/maps').read_text().splitlines():
        start, end, rights, rest = re.match(r'(\w+)-(\w+) (\S+) \S+ \S+ \d+\s*(.*)', line).groups()
        if rights.startswith('rw'):
            yield int(start, 16), int(end, 16), rest or 'memory'


def is_readable(pid):
    """Whether the memory of another's process may be read: it forbids that, but not to root [V-164]."""
    try:
        with open(f'/proc/{pid}/mem', 'rb', 0):
            return True
    except PermissionError:
        return False


def is_sanitized(program):
    """Whether a program has the allocator of a sanitizer, which keeps what is freed as it was."""
    return b'__asan_init' in pathlib.Path(program).read_bytes()


def read_range(memory, start, end):
    """What is readable of it, up to the first page that is not."""
    parts = []
    while start < end:
        try:
            memory.seek(start)
            part = memory.read(end - start)
        except (OSError, ValueError, OverflowError):
            break  # guard pages, and what the kernel maps for itself
        if not part:
            break
        parts.append(part)
        start += len(part)
    return b''.join(parts)


def find_in_memory(pid, canaries, around=24):
    """Where the canaries are in its memory: (which, mapping, the bytes around it)."""
    found = []
    with open(f'/proc/{pid}/mem', 'rb', 0) as memory:
        for start, end, what in read_maps(pid):
            content = read_range(memory, start, end)
            found += [(which, f'{what} at {start + at:x}', content[max(0, at - around):at + around])
                      for at, which in canaries.find(content)]
    return found


def find_in_files(folders, canaries, without=()):
    """Names of files and their contents that hold a canary: (which, path)."""
    found = []
    for folder in folders:
        for path in pathlib.Path(folder).rglob('*'):
            if path in without:
                continue
            named = str(path).encode(errors='surrogateescape')
            found += [(which, f'the name {path}') for _, which in canaries.find(named)]
            if path.is_file() and not path.is_symlink():
                found += [(which, str(path)) for _, which in canaries.find(path.read_bytes())]
    return found


class Display:
    """The X display, asked without a toolkit of our own."""

    def __init__(self):
        self.x = ctypes.CDLL('libX11.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XInternAtom.restype = ctypes.c_ulong
        self.x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.x.XGetSelectionOwner.restype = ctypes.c_ulong
        self.x.XGetSelectionOwner.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self.display = self.x.XOpenDisplay(None)

    def list_owned_selections(self):
        """The selections that some program holds."""
        return [name for name in SELECTIONS
                if self.x.XGetSelectionOwner(self.display, self.x.XInternAtom(self.display, name.encode(), 0))]
