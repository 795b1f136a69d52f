# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""Drives the built program as a person with a screen reader does [W-166].

A journey is a function journey_* that is given a Home. It starts the program,
finds nodes of the accessibility tree by role and name, acts on them by their
own actions, writes into fields and presses keys, and waits for what should be
there; never for a time, never by coordinates. run(globals()) runs a file's
journeys as TAP. What a failed one saw is left in _build/e2e/<journey>/.

In the pseudo-locale (LANGUAGE=en_XA) a journey still names things in English:
what the program says is read back, and a sentence that came out in English is a
fault [W-141]. In every locale the program's folders hold no word of a client.

Needs tests/lib/with-display with GTK_A11Y=atspi.
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

# What the program must not write to its log, the libraries of this process may.
os.environ.pop('G_DEBUG', None)
import gi  # noqa: E402
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402
import pseudo  # noqa: E402
from residue import Canaries, find_in_files  # noqa: E402

BUILD = pathlib.Path(os.environ['CABINET_BUILD'])
PROGRAM = BUILD / 'src/app/cabinet'
CLI = BUILD / 'src/cli/cabinet-cli'
PASSPHRASE = 'correct horse battery staple of 1875 kept in a drawer'
# As long as a slow computer under a sanitizer needs; nothing waits so long that works.
PATIENCE = 60
PSEUDO = os.environ.get('LANGUAGE') == 'en_XA'
# Where the program may write, and what of a practice may not be there in the clear.
OWN = (('HOME', 'home'), ('XDG_CONFIG_HOME', 'config'), ('XDG_DATA_HOME', 'data'),
       ('XDG_STATE_HOME', 'state'), ('XDG_CACHE_HOME', 'cache'), ('TMPDIR', 'tmp'))
# Words of the toolkit's own that are among ours.
TOOLKIT = {'About', 'Back', 'Close', 'Cancel', 'Open', 'Select', 'Print', 'Name', 'Size',
           'Modified', 'Type'}
# AdwAlertDialog measures its larger heading, which never wraps, also where it will
# show the smaller (libadwaita 1.7); only headings of the pseudo-locale are so long.
WIDE_HEADING = re.compile(r'Gtk-WARNING .* Trying to measure GtkLabel \w+ for width of 324,')
# A part of one of the toolkit's own widgets, such as the arrow of a popover that closes,
# is drawn a frame before it has a place (GTK 4.18); a busy computer shows it now and then.
EARLY_FRAME = re.compile(r'Gtk-WARNING .* Trying to snapshot GtkGizmo \w+ without a current allocation')
CANARIES = (PASSPHRASE, 'Archer', 'out of the rain', 'the letter')


class Failed(Exception):
    """What a journey expected and did not find."""


def turn():
    """Takes in what the accessibility bus has sent, and lets the program work."""
    while GLib.MainContext.default().iteration(False):
        pass
    time.sleep(0.02)


def wait(condition, what, limit=PATIENCE):
    """Waits until condition () is true and gives what it gave. A node that went
    away while it was looked at is no answer yet."""
    end = time.monotonic() + limit
    while True:
        try:
            found = condition()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Failed(f'{what} did not come about in {limit} s')
        turn()


class Catalogue:
    """The pseudo-locale of the tree as it is now, in a folder of its own."""
    folder = None
    texts = frozenset()
    # What was shown in English although the pseudo-locale has it.
    missed = set()

    @classmethod
    def make(cls, folder):
        source = pathlib.Path(__file__).resolve().parents[2]
        subprocess.run([source / 'tests/e2e/make-pseudo-locale', source, folder], check=True, capture_output=True)
        cls.folder = folder
        # A number is the same in every language.
        cls.texts = {text for text in pseudo.list_texts(folder / 'en_XA/LC_MESSAGES/cabinet.pot')
                     if re.search(r'[A-Za-z]{2}', text)} - TOOLKIT


def read_back(text):
    return pseudo.read_back(text) if PSEUDO else text


class Node:
    """A node of the accessibility tree."""

    def __init__(self, accessible):
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def name_as_said(self):
        return self.accessible.get_name() or ''

    @property
    def name(self):
        return read_back(self.name_as_said)

    @property
    def description(self):
        return read_back(self.accessible.get_description() or '')

    def has(self, *states):
        held = self.accessible.get_state_set()
        return all(held.contains(getattr(Atspi.StateType, state.upper())) for state in states)

    @property
    def showing(self):
        return self.has('showing')

    @property
    def text_as_said(self):
        face = self.accessible.get_text_iface()
        return Atspi.Text.get_text(face, 0, -1) if face else ''

    @property
    def text(self):
        return read_back(self.text_as_said)

    def relation(self, kind):
        """The nodes a relation leads to: 'labelled_by', 'error_message', …"""
        wanted = getattr(Atspi.RelationType, kind.upper())
        return [Node(each.get_target(i)) for each in self.accessible.get_relation_set() or []
                if each.get_relation_type() == wanted for i in range(each.get_n_targets())]

    @property
    def parent(self):
        above = self.accessible.get_parent()
        return Node(above) if above else None

    def children(self):
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child)

    def walk(self, hidden=False):
        """The node and all below it in reading order; what is not shown is left
        out with all below it, unless asked for."""
        if PSEUDO and self.name_as_said in Catalogue.texts:
            Catalogue.missed.add(f'not translated: {self}')
        yield self
        for child in self.children():
            try:
                if hidden or child.showing:
                    yield from child.walk(hidden)
            except GLib.Error:
                continue

    def list_actions(self):
        """The node's acts as (index, name). GTK counts those of an insensitive
        widget and then has no name for them."""
        face = self.accessible.get_action_iface()
        for index in range(Atspi.Action.get_n_actions(face) if face else 0):
            try:
                yield index, Atspi.Action.get_action_name(face, index)
            except GLib.Error:
                continue

    def actions(self):
        return [name for _, name in self.list_actions()]

    def act(self, name=None):
        """Does the node's action of that name, else its first."""
        index = next((i for i, each in self.list_actions() if name in (None, each)), None)
        if index is None:
            raise Failed(f'{self} has no action {name or "at all"}, only {self.actions()}')
        if not Atspi.Action.do_action(self.accessible.get_action_iface(), index):
            raise Failed(f'{self} refused its action {name or "that is first"}')

    def write(self, text):
        """Puts text in place of what the field holds."""
        face = self.accessible.get_editable_text_iface()
        if not face or not Atspi.EditableText.set_text_contents(face, text):
            raise Failed(f'{self} takes no text')

    def dump(self, depth=0):
        """The tree as text, one node a line."""
        try:
            states = [name for name in ('focusable', 'focused', 'showing', 'sensitive', 'selected', 'checked',
                                        'invalid_entry', 'expanded') if self.has(name)]
            text = self.text
            line = '  ' * depth + f'{self.role} “{self.name}”' + (f' = “{text}”' if text else '')
            line += f' {" ".join(states)}'
            line += f' does {", ".join(self.actions())}' if self.actions() else ''
            lines = [line]
            for child in self.children():
                lines += child.dump(depth + 1)
        except GLib.Error as error:
            lines = ['  ' * depth + f'gone: {error.message}']
        return lines


class Window(Node):
    """A top-level window: the frame that lists the actions of scope win."""

    def __init__(self, accessible, program):
        super().__init__(accessible)
        self.program = program

    def find_all(self, role=None, name=None, **states):
        """Nodes that are shown. name: the whole name, or a function of it."""
        for node in self.walk():
            if role is not None and node.role != role:
                continue
            if callable(name) and not name(node.name):
                continue
            if isinstance(name, str) and node.name != name:
                continue
            if all(node.has(state) == wanted for state, wanted in states.items()):
                yield node

    def find(self, role=None, name=None, **states):
        """Waits for a node that is shown."""
        what = f'{role or "node"} {name if isinstance(name, str) else "of that kind"!r}'
        return wait(lambda: next(self.find_all(role, name, **states), None), f'{what} in {self}')

    def absent(self, role=None, name=None):
        wait(lambda: next(self.find_all(role, name), None) is None, f'that no {role} {name!r} is shown')

    def says(self, *words):
        """Waits for a shown text with these words in it."""
        return wait(lambda: next((n for n in self.walk() if all(w in n.name + n.text for w in words)), None),
                    f'the text {" … ".join(words)}')

    def field(self, title, role=None):
        """The field under that title. A title row is named twice over by GTK."""
        roles = (role,) if role else ('text', 'entry', 'spin button')
        return wait(lambda: next((n for n in self.walk() if n.role in roles and n.name.startswith(title)), None),
                    f'the field “{title}”')

    def do(self, action):
        """Runs an action of scope win by its name."""
        wait(lambda: action in self.actions(), f'the action {action}')
        self.act(action)

    def can(self, action):
        return action in self.actions()

    def focus(self):
        """The node with the keyboard's focus."""
        return wait(lambda: next((n for n in self.walk() if n.has('focused', 'focusable')), None), 'a focused node')

    def press(self, *keys):
        """Presses keys by their X names: 'Return', 'ctrl+l'. Counts them."""
        self.program.presses += len(keys)
        subprocess.run(['xdotool', 'key', '--delay', '5', *keys], check=True, capture_output=True)

    def click(self, node, action=None):
        """Acts on a node as a click does, which counts as a press."""
        self.program.presses += 1
        node.act(action)

    def type(self, text):
        """Types text as content, which no budget counts."""
        subprocess.run(['xdotool', 'type', '--delay', '2', '--', text], check=True, capture_output=True)


class Program:
    """The program, from its start to its end; ends only what it started."""

    def __init__(self, home, arguments, environment):
        self.home = home
        self.presses = 0
        self.announced = []
        self.errors = home.folder / f'stderr-{len(home.programs)}'
        with open(self.errors, 'wb') as stderr:
            self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=environment, cwd=home.folder,
                                            stdin=subprocess.DEVNULL, stderr=stderr)
        self.listener = Atspi.EventListener.new(self.on_event)
        self.listener.register('object:announcement')

    def on_event(self, event):
        try:
            is_ours = event.source and event.source.get_process_id() == self.process.pid
        except GLib.Error:  # it has ended since
            is_ours = False
        if is_ours:
            self.announced.append(read_back(str(event.any_data)))

    @property
    def root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Node(child)
        return None

    def windows(self):
        return [Window(each.accessible, self) for each in (self.root.children() if self.root else [])
                if each.role in ('frame', 'window', 'dialog')]

    def window(self, number=0):
        """Waits for the program's window and gives it the keyboard."""
        def ready():
            if self.process.poll() is not None:
                raise Failed(f'the program ended with {self.process.returncode}')
            found = self.windows()
            return found[number] if len(found) > number and found[number].showing else None
        window = wait(ready, 'the window')
        wait(lambda: self.give_keyboard(number), 'the keyboard in the window')
        return window

    def give_keyboard(self, number=0):
        listed = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                capture_output=True, text=True)
        ids = listed.stdout.split()
        return len(ids) > number and subprocess.run(
            ['xdotool', 'windowfocus', '--sync', ids[number]], capture_output=True, timeout=5).returncode == 0

    def toolkit_dialog(self, title):
        """Waits for a window of the toolkit's own, as to choose a file, and gives
        it the keyboard."""
        window = wait(lambda: next((w for w in self.windows() if w.name == title and w.showing), None),
                      f'the window “{title}”')
        shown = '^' + re.sub(r'([][().*+?^$])', r'\\\1', window.name_as_said) + '$'
        wait(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', shown, 'windowfocus', '--sync'],
                                    capture_output=True, timeout=5).returncode == 0, f'the keyboard in “{title}”')
        return window

    def hears(self, *words):
        """Waits for an announcement with these words in it."""
        return wait(lambda: next((a for a in self.announced if all(w in a for w in words)), None),
                    f'the announcement {" … ".join(words)}')

    def ends(self):
        """Waits until the program has ended and gives its status."""
        wait(lambda: self.process.poll() is not None, 'the end of the program')
        return self.process.returncode

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Ends it whatever it does, and lets go of the bus."""
        self.listener.deregister('object:announcement')
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.kill()


class Home:
    """A home folder of a journey's own, and what was started in it."""

    def __init__(self, name):
        self.name = name
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='cabinet-journey-'))
        self.programs = []
        self.environment = dict(os.environ)
        for variable, below in OWN:
            (self.folder / below).mkdir(mode=0o700)
            self.environment[variable] = str(self.folder / below)
        self.environment.update(CABINET_TEST_KDF='1', GSETTINGS_SCHEMA_DIR=str(BUILD / 'data'),
                                G_DEBUG='fatal-criticals')
        if Catalogue.folder:
            self.environment['CABINET_TEST_LOCALE_DIR'] = str(Catalogue.folder)

    def start(self, *arguments, **environment):
        program = Program(self, arguments, {**self.environment, **environment})
        self.programs.append(program)
        return program

    def cli(self, *arguments, practice=None, passphrase=PASSPHRASE):
        """Runs cabinet-cli with the practice's passphrase and gives what it prints."""
        (self.folder / 'passphrase').write_text(passphrase)
        where = ['-p', str(practice)] if practice else []
        run = subprocess.run([CLI, *where, '--passphrase-file', self.folder / 'passphrase', *map(str, arguments)],
                             env={**self.environment, 'LANGUAGE': ''}, capture_output=True, text=True)
        if run.returncode != 0:
            raise Failed(f'cabinet-cli {" ".join(map(str, arguments))}: {run.stderr}')
        return run.stdout

    def make_practice(self, name='Practice.cabinet', *options):
        path = self.folder / 'home' / name
        self.cli('practice', 'create', path, '--name', 'Elm Street', *options)
        return path

    def share_moods(self, practice, client):
        """[W-88] The client agrees that moods and values are seen by the clinician."""
        policy = self.cli('policy', 'add', '--policy-kind', 'consent-text', '--audience', 'adult', '--language', 'en',
                          '--title', 'Sharing moods', '--version-number', '1', '--purposes', 'mood-share',
                          '--body', 'I share my moods.', practice=practice).split()[0]
        self.cli('policy', 'publish', policy, practice=practice)
        self.cli('consent', 'grant', client, 'mood-share', '--policy', policy, '--how', 'signed-paper',
                 practice=practice)

    def leave(self, place):
        """What a failed journey saw: a picture, the tree, what was written to stderr."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        subprocess.run(['import', '-window', 'root', place / 'screen.png'], capture_output=True)
        for number, program in enumerate(self.programs):
            shutil.copy(program.errors, place / f'stderr-{number}')
            try:
                root = program.root
                (place / f'tree-{number}').write_text('\n'.join(root.dump()) if root else 'no tree\n')
            except GLib.Error as error:
                (place / f'tree-{number}').write_text(f'the tree cannot be read: {error.message}\n')

    def faults(self):
        """What a journey must not leave: words on stderr, and those of a practice in
        a file of the program's [W-170]."""
        said = [f'stderr: {line}' for program in self.programs
                for line in program.errors.read_text(errors='replace').splitlines()
                if line and not EARLY_FRAME.search(line) and not (PSEUDO and WIDE_HEADING.search(line))]
        left = find_in_files([self.environment[variable] for variable, _ in OWN], Canaries(CANARIES))
        return said + [f'{which} is in {where}' for which, where in left] + sorted(Catalogue.missed)

    def remove(self):
        for program in self.programs:
            program.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def same(got, wanted, what):
    if got != wanted:
        raise Failed(f'{what}: {got!r}, expected {wanted!r}')


def run_journey(number, name, journey):
    home = Home(name)
    Catalogue.missed.clear()
    place = BUILD / 'e2e' / (name + os.environ.get('CABINET_JOURNEY_SUFFIX', ''))
    told = None
    try:
        journey(home)
        for program in home.programs:
            program.stop()
        told = '\n'.join(home.faults()) or None
    except Exception as error:  # a journey may fail in any way; the next ones still run
        told = str(error) if isinstance(error, Failed) else traceback.format_exc()
    if told:
        home.leave(place)
    home.remove()
    if told:
        print('#', told.replace('\n', '\n# '))
        print(f'# what it saw lies in {place}')
    title = (journey.__doc__ or name).split('\n')[0].rstrip('.')
    print(f'{"not ok" if told else "ok"} {number} {title}', flush=True)
    return told is None


def run(names):
    """Runs the journeys among names, or those given as arguments, in their order."""
    journeys = [(name.removeprefix('journey_').replace('_', '-'), call)
                for name, call in names.items() if name.startswith('journey_')]
    chosen = [each for each in journeys if not sys.argv[1:] or each[0] in sys.argv[1:]]
    Atspi.init()
    with tempfile.TemporaryDirectory(prefix='cabinet-locale-') as folder:
        if PSEUDO:
            Catalogue.make(pathlib.Path(folder))
        good = [run_journey(number, name, journey) for number, (name, journey) in enumerate(chosen, 1)]
    print(f'1..{len(good)}')
    sys.exit(0 if good and all(good) else 1)
