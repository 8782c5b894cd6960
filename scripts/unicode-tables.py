#!/usr/bin/env python3
"""Writes src/rst/unicode-tables.ts.

    python3 scripts/unicode-tables.py > src/rst/unicode-tables.ts

Widths come from Python's `unicodedata`, as docutils measures titles with them. Which punctuation may stand around inline
markup docutils froze at an old version of Unicode, so that no table of today tells it: it is asked, character by character.
"""
import io
import sys
import unicodedata

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser

LINE = 120


def marked_up(texts):
    """For each one-line text: does docutils find an `emphasis` in it?"""
    settings = frontend.get_default_settings(Parser)
    settings.report_level, settings.halt_level, settings.warning_stream = 5, 5, io.StringIO()
    document = utils.new_document('probe', settings)
    Parser().parse('\n\n'.join(texts) + '\n', document)
    found = [any(isinstance(part, nodes.emphasis) for part in child) for child in document if isinstance(child, nodes.paragraph)]
    assert len(found) == len(texts), (len(found), len(texts))
    return found


def those(chars, template):
    return [c for c, found in zip(chars, marked_up([template % c for c in chars])) if found]


def ranges(codes):
    out = []
    for code in sorted(codes):
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return [n for pair in out for n in pair]


def digits(n):
    return (digits(n // 36) if n >= 36 else '') + '0123456789abcdefghijklmnopqrstuvwxyz'[n % 36]


def show(name, why, codes):
    """Ranges as the distances between their ends, in base 36: a fifth of the size, read when first asked for."""
    out, last = [], 0
    for n in ranges(codes):
        out.append(digits(n - last))
        last = n
    print(f'\n/** {why} */')
    print(f'export const {name} =')
    text = ' '.join(out)
    lines = [text[i:i + LINE] for i in range(0, len(text), LINE)]
    for i, line in enumerate(lines):
        print(f"  '{line}'" + (' +' if i < len(lines) - 1 else ''))


def main():
    everything = [chr(n) for n in range(0x20, sys.maxunicode + 1) if not 0xD800 <= n < 0xE000]
    # Whitespace aside, only punctuation and symbols can be asked for; letters are tried in a sample to be sure of that.
    candidates = [c for c in everything if unicodedata.category(c)[0] in 'PS' or unicodedata.category(c) == 'Cf']
    candidates = [c for c in candidates if c not in '\\*']
    # A backquote or a bar after the end-string would be markup of its own; neither may follow, and the probe agrees.
    before = those(candidates, 'x%s*y*')
    after = those(candidates, '*y*%sx')
    pairs = {}
    for opener in before:
        quoted = those([c for c in after + before if c != '\\'], 'x' + opener + '*%s y*')
        closers = sorted(set(after + before) - set(quoted))
        if closers:
            pairs[opener] = ''.join(closers)
    print('/** Made by scripts/unicode-tables.py. Do not edit.\n *\n * A set of characters is a list of ranges: the first and last code point of each, as the distance from the number before, in base 36. */')
    show('beforeMarkup', 'Punctuation after which inline markup may start.', map(ord, before))
    show('afterMarkup', 'Punctuation before which inline markup may end.', map(ord, after + ['\\']))
    print('\n/** Pairs of quotes: an opening character and its closing ones. A start-string between them is text, as in `"*"`. */')
    print('export const quotePairs =')
    lines = ['']
    for opener, closers in sorted(pairs.items()):
        pair = ''.join(f'\\u{{{ord(c):x}}}' for c in opener + closers) + ' '
        if len(lines[-1]) + len(pair) > LINE:
            lines.append('')
        lines[-1] += pair
    lines[-1] = lines[-1].rstrip()
    print(' +\n'.join(f"  '{line}'" for line in lines))
    wide = [n for n in range(sys.maxunicode + 1) if unicodedata.east_asian_width(chr(n)) in 'WF']
    combining = [n for n in range(sys.maxunicode + 1) if unicodedata.combining(chr(n))]
    show('wide', 'Characters that are two columns wide. In Python, unassigned ones are wide too.', wide)
    show('combining', 'Characters that combine with the character before them and take no column.', combining)


main()
