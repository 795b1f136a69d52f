#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""[V-170] [V-171] [V-221] [W-43] [W-44] Locking by each of its ways, in the middle of work."""
import csv
import os
import subprocess
import time

from harness import Failed, run, same, wait
from steps import (ADDRESSES, choose_folder, choose_in_menu, click_next, open_client, open_row, start_with_client, turn_switch,
                   unlock)
from tally import tally

from gi.repository import Gio, GLib  # after harness, which sets what they read

# [V-170] says 300 ms, which the tests of the window assert. What is measured here
# has the accessibility bus in it, and finding the button; the figure is printed.
LIMIT_MS = 10000
# Bytes of what is exported: seconds of work.
SIZE = 48 * 1024 * 1024
LOGIN, LOGIN_PATH = 'org.freedesktop.login1', '/org/freedesktop/login1'
SESSION_PATH = LOGIN_PATH + '/session/_31'
BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
'''
MANAGER = '''<node><interface name="org.freedesktop.login1.Manager">
<method name="Inhibit"><arg direction="in" type="s"/><arg direction="in" type="s"/>
<arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="out" type="h"/></method>
<method name="GetSession"><arg direction="in" type="s"/><arg direction="out" type="o"/></method>
</interface></node>'''


class Login:
    """A message bus of its own with a login service on it, which signals when it is told to."""

    def __init__(self, home):
        configuration = home.folder / 'system-bus.conf'
        configuration.write_text(BUS.format(folder=home.folder / 'tmp'))
        self.daemon = subprocess.Popen(['dbus-daemon', f'--config-file={configuration}', '--nofork', '--print-address'],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.daemon.stdout.readline().strip()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            self.address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.asked, self.delay = False, None
        self.bus.register_object(LOGIN_PATH, Gio.DBusNodeInfo.new_for_xml(MANAGER).interfaces[0], self.answer, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                           GLib.Variant('(su)', (LOGIN, 0)), None, Gio.DBusCallFlags.NONE, -1, None)

    def answer(self, bus, sender, path, interface, method, parameters, invocation):
        if method == 'GetSession':
            self.asked = True
            invocation.return_value(GLib.Variant('(o)', (SESSION_PATH,)))
            return
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        self.delay = ours
        invocation.return_value_with_unix_fd_list(GLib.Variant('(h)', (0,)), Gio.UnixFDList.new_from_array([theirs]))

    def signal(self, path, interface, name, parameters):
        self.bus.emit_signal(None, path, f'{LOGIN}.{interface}', name, parameters)
        self.bus.flush_sync(None)

    def let_go(self):
        """Whether nobody delays the sleep any more: a pipe without a writer ends."""
        try:
            return os.read(self.delay, 1) == b''
        except BlockingIOError:
            return False

    def end(self):
        self.bus.close_sync(None)
        self.daemon.terminate()
        self.daemon.wait()


def signal_saver(interface):
    """A screen saver tells the session's bus that it covers the screen."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.emit_signal(None, '/ScreenSaver', interface, 'ActiveChanged', GLib.Variant('(b)', (True,)))
    bus.flush_sync(None)


def check_locked(program, window, began, way, names=('Ann', 'Archer')):
    """The lock page within the limit, nothing else, and nobody's name anywhere."""
    wait(lambda: window.name == 'Cabinet – Locked', f'the title after {way}')
    took = (time.monotonic() - began) * 1000
    print(f'# {way}: {took:.0f} ms to the locked title', flush=True)
    if took > LIMIT_MS:
        raise Failed(f'{way} took {took:.0f} ms')
    window.field('Passphrase')
    same(len(program.windows()), 1, f'windows after {way}')
    for node in window.walk(hidden=True):
        if node.role in ('dialog', 'alert'):
            raise Failed(f'{node} is left after {way}')
        told = f'{node.name} {node.description} {node.text}'
        if any(name in told for name in names):
            raise Failed(f'{node} names somebody after {way}')


def write_note(window, text):
    window.press('ctrl+n')
    wait(lambda: window.field('Text of the note').has('focused', 'editable'), 'the focus in the text')
    window.type(text)
    wait(lambda: window.field('Text of the note').text == text, 'the words typed')


def journey_ways(home):
    """[V-171] Each way locks in the middle of a word; the draft, its page and the caret are there again"""
    login = Login(home)
    home.environment['DBUS_SYSTEM_BUS_ADDRESS'] = login.address
    practice, program, window = start_with_client(home)
    wait(lambda: login.asked and login.delay is not None, 'that login1 was asked for the session and a delay')
    text = 'It began'
    write_note(window, text)
    ways = (
        ('Ctrl+L', lambda: window.press('ctrl+l')),
        ('the button', lambda: window.find('button', 'Lock').act()),
        ('cabinet --lock', lambda: home.start('--lock').ends()),
        ('org.freedesktop.ScreenSaver', lambda: signal_saver('org.freedesktop.ScreenSaver')),
        ('org.gnome.ScreenSaver', lambda: signal_saver('org.gnome.ScreenSaver')),
        ('org.xfce.ScreenSaver', lambda: signal_saver('org.xfce.ScreenSaver')),
        ('Session.Lock', lambda: login.signal(SESSION_PATH, 'Session', 'Lock', None)),
        ('PrepareForSleep', lambda: login.signal(LOGIN_PATH, 'Manager', 'PrepareForSleep',
                                                 GLib.Variant('(b)', (True,)))),
    )
    with tally('V-221', 'a note', 'locks') as counted:
        for number, (way, lock) in enumerate(ways):
            # The last letters are younger than the last saving.
            window.type(f' {number}')
            text += f' {number}'
            wait(lambda: window.field('Text of the note').text == text, f'the words before {way}')
            began = time.monotonic()
            lock()
            check_locked(program, window, began, way)
            program.hears('Locked')
            unlock(window)
            wait(lambda: window.field('Text of the note').text == text, f'the draft after {way}')
            wait(lambda: window.field('Text of the note').has('focused', 'editable'), f'the focus after {way}')
            counted.done += 1
    wait(login.let_go, 'the end of the delay of the sleep')
    login.end()
    window.do('win.quit')
    same(program.ends(), 0, 'the end of the program')
    note, = csv.DictReader(home.cli('note', 'list', 'Ann', '--format', 'csv', practice=practice).lstrip('\ufeff').splitlines())
    same(text in home.cli('note', 'show', note['id'], practice=practice), True, 'the words in the file')


def journey_search(home):
    """[W-43] [W-44] In the middle of a search; its words and its place come back"""
    _, program, window = start_with_client(home)
    window.press('ctrl+f')
    wait(lambda: window.field('Search everything').has('focused'), 'the focus in the search')
    window.type('Arche')
    began = time.monotonic()
    with tally('V-221', 'a search', 'locks') as counted:
        window.press('ctrl+l')
        check_locked(program, window, began, 'a search')
        counted.done = 1
    unlock(window)
    wait(lambda: window.field('Search everything').has('focused'), 'the focus in the search again')
    window.find('list item', lambda name: 'Ann Archer' in name)


def journey_export(home):
    """[V-170] In the middle of an export: nothing of it is left, and it is offered again"""
    practice, program, window = start_with_client(home, settings=ADDRESSES)
    window.do('win.quit')
    same(program.ends(), 0, 'the end of the program')
    recording = home.folder / 'recording.bin'
    recording.write_bytes(os.urandom(SIZE))
    home.cli('attachment', 'add', 'Ann', recording, '--origin', 'provided', practice=practice)
    program = home.start(practice)
    window = program.window()
    unlock(window)
    open_client(window, 'Ann Archer')
    choose_in_menu(window, 'Client Menu', 'Export Data…')
    click_next(window, 'What Goes', 'A Look at It')
    click_next(window, 'A Look at It', 'To Whom and How')
    turn_switch(window, 'I have checked who is asking')
    folder = home.folder / 'out'
    folder.mkdir()
    choose_folder(program, window, folder)
    click_next(window, 'To Whom and How', 'A Second Look')
    window.find('button', 'Export', sensitive=True).act()
    wait(lambda: sum(each.stat().st_size for each in folder.iterdir()) > SIZE / 3, 'a part of the bundle')
    began = time.monotonic()
    with tally('V-221', 'an export', 'locks') as counted:
        signal_saver('org.gnome.ScreenSaver')
        check_locked(program, window, began, 'an export')
        counted.done = 1
    same([each.name for each in folder.iterdir()], [], 'what is left of the export')
    unlock(window)
    window.says('The export was stopped when Cabinet locked')
    window.find('button', 'Start Again').act()
    window.find('dialog')
    window.find('grouping', 'What Goes')


def journey_half_a_client(home):
    """[W-43] [W-58] Somebody half typed in is on Today after a lock, and one row leads on"""
    _, _, window = start_with_client(home)
    window.press('ctrl+shift+n')
    dialog = window.find('dialog')
    wait(lambda: next((n for n in dialog.walk() if n.role == 'text' and n.has('focused')), None),
         'the focus in the first field')
    window.type('Halfway')
    window.press('ctrl+l')
    window.absent('dialog')
    unlock(window)
    window.do('win.show-today')
    open_row(window, 'Today', 'Client, draft')
    dialog = window.find('dialog')
    wait(lambda: next((n for n in dialog.walk() if n.role == 'text' and n.text == 'Halfway'), None), 'what was typed')
    window.press('Escape')
    window.absent('dialog')
    wait(lambda: not any('Client, draft' in n.name for n in window.walk()), 'that it was given up')


if __name__ == '__main__':
    run(globals())
