#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Cabinet authors
"""Makes the pseudo-locale en_XA from a template of translations [W-141].

tests/lib/pseudo.py TEMPLATE CATALOGUE

Each text gets brackets, accents and 40 % more length, so that a run in it shows
what was not marked for translation, what is cut and what overlaps. Formats,
markup, mnemonics and escapes stay as they are. Never shipped.
read_back () undoes it for those who listen to the program.
"""
import math
import re
import sys

ACCENTS = str.maketrans('AaCcDdEeGgHhIiLlNnOoRrSsTtUuYyZz', 'ÅåÇçÐðÉéĜĝĤĥÎîĻļÑñÖöŔŕŠšŢţÛûÝýŽž')
PLAIN = {accented: plain for plain, accented in ACCENTS.items()}
# What must come out as it went in: formats, PRI macros, markup, entities, escapes, access keys.
KEPT = re.compile(r'%(?:\d+\$)?[-+ 0#]*(?:\*|\d+)?(?:\.\*|\.\d+)?(?:hh|h|ll|l|j|z|t)?(?:<\w+>|[%a-zA-Z])'
                  r'|<[^<>]*>|&\w+;|\\.|\{\w+\}|_\w')
FILLER = 'one two three four five six seven eight nine ten '
# Texts that are read by machines: GDateTime's patterns and lists of keywords.
LEFT = re.compile(r'^(?:%-?[A-Za-z][^A-Za-z%]*)+$')


def accent(text):
    """The text with accents on all but what must be kept."""
    out, end = [], 0
    for match in KEPT.finditer(text):
        out += [text[end:match.start()].translate(ACCENTS), match[0]]
        end = match.end()
    return ''.join(out) + text[end:].translate(ACCENTS)


def pad(text):
    length = math.ceil(len(KEPT.sub('', text)) * 0.4) - 2
    return (FILLER * (length // len(FILLER) + 1))[:length].rstrip() if length > 0 else ''


def make_pseudo(text):
    """One text of the pseudo-locale; what it begins and ends with stays there."""
    if not text or LEFT.match(text):
        return text
    start = re.match(r'(?:\\n|\s)*', text)[0]
    end = re.search(r'(?:\\n|\s|;)*$', text[len(start):])[0]
    middle = text[len(start):len(text) - len(end)]
    padding = pad(middle)
    return f'{start}[{accent(middle)}{" " + padding if padding else ""}]{end}'


def strip_padding(text):
    """The text of one pair of brackets without what was put behind it."""
    for match in re.finditer(' ', text):
        rest = text[match.end():]
        if rest and (FILLER * (len(rest) // len(FILLER) + 1)).startswith(rest):
            return text[:match.start()]
    return text


def read_back(text):
    """What was said in the pseudo-locale, in English; sentences may hold others."""
    inner = re.compile(r'\[([^][]*)\]')
    while inner.search(text):
        text = inner.sub(lambda match: strip_padding(match[1]).translate(PLAIN), text)
    return text


def list_texts(template):
    """The texts to translate that are whole sentences or words, without formats."""
    with open(template, encoding='utf-8') as file:
        entries = [dict(fields) for _, fields in read_entries(file.read())]
    texts = {each[name] for each in entries for name in ('msgid', 'msgid_plural') if each.get(name)}
    return {text.replace('_', '').replace('\\n', '\n').replace('\\"', '"') for text in texts
            if text != make_pseudo(text) and not KEPT.search(text.replace('\\n', '').replace('\\"', ''))}


def join(lines):
    return ''.join(line.strip()[1:-1] for line in lines)


def read_entries(text):
    """Comments, then fields of (name, text as it is escaped) of each entry."""
    for entry in text.strip().split('\n\n'):
        lines = entry.split('\n')
        comments = [line for line in lines if line.startswith('#')]
        fields = re.findall(r'^(msg\w+(?:\[\d\])?) ((?:".*"\n?)+)', '\n'.join(lines[len(comments):]), re.M)
        yield comments, [(name, join(value.strip().split('\n'))) for name, value in fields]


def make_header():
    return ('msgid ""\nmsgstr ""\n"Project-Id-Version: cabinet\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n'
            '"Last-Translator: pseudo.py\\n"\n"Language-Team: none\\n"\n"Language: en_XA\\n"\n"MIME-Version: 1.0\\n"\n'
            '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
            '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')


def make_entry(comments, fields):
    given = dict(fields)
    lines = [line for line in comments if line.startswith(('#,', '#:'))]
    lines += [f'{name} "{value}"' for name, value in fields if not name.startswith('msgstr')]
    if 'msgid_plural' in given:
        lines += [f'msgstr[0] "{make_pseudo(given["msgid"])}"', f'msgstr[1] "{make_pseudo(given["msgid_plural"])}"']
    else:
        lines += [f'msgstr "{make_pseudo(given["msgid"])}"']
    return '\n'.join(lines) + '\n'


def main(template, catalogue):
    with open(template, encoding='utf-8') as file:
        entries = [each for each in read_entries(file.read()) if dict(each[1]).get('msgid')]
    with open(catalogue, 'w', encoding='utf-8') as file:
        file.write('\n'.join([make_header(), *(make_entry(*each) for each in entries)]))


if __name__ == '__main__':
    main(*sys.argv[1:])
