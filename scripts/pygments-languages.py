#!/usr/bin/env python3
"""Writes src/rst/roles/pygments-languages.ts: the names by which Pygments knows languages. docutils warns about any other.

    python3 scripts/pygments-languages.py > src/rst/roles/pygments-languages.ts
"""
from pygments.lexers import get_all_lexers


def main():
    names = sorted({alias.lower() for _, aliases, _, _ in get_all_lexers() for alias in aliases})
    print('/** Made by scripts/pygments-languages.py. Do not edit. */')
    print()
    print('/** Whether Pygments knows a language by this name. */')
    print('export function isKnownToPygments(language: string): boolean {')
    print("  return ` ${names} `.includes(` ${language.toLowerCase()} `)")
    print('}')
    print()
    print('/** The names that Pygments knows languages by, in lower case. */')
    print('const names =')
    lines, line = [], ''
    for name in names:
        if len(line) + len(name) > 118:
            lines.append(line)
            line = ''
        line += name + ' '
    lines.append(line.rstrip())
    print(' +\n'.join(f"  '{line}'" for line in lines))


main()
