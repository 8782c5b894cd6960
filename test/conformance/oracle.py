#!/usr/bin/env python3
"""What docutils says about documents; the judge of the conformance tests.

    oracle.py VERB [--sphinx|--plain] FILE...    prints a JSON object, file by file
    oracle.py VERB [--sphinx|--plain] < JOB      prints a JSON array, document by document

JOB is a JSON array of documents, or an object {"documents": [...], "known": {"directives": [...], "roles": [...]}}. A document is
its text, or an object {"source": text, "settings": {docutils' settings}, "path": name}.

pseudoxml   what the parser prints: no reader, no transforms
verdict     [[line, level, message], ...] of every message of parser and transforms, whatever its level
included    the messages of a document whose files are in "files", as [path, line, level, message]; only here are files read
words       the words that the page shows, in order
doctree     the transformed document as pseudo-XML, without messages and places: what the document means

Sphinx' directives and roles are stubs for `verdict` and `doctree`, unknown for `pseudoxml`; the flags say otherwise. One process
takes many documents: what one of them registers is forgotten before the next.
"""
import io
import json
import os
import re
import sys
import tempfile

from docutils import frontend, languages, nodes, utils
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.parsers.rst import languages as rst_languages

SPHINX = {
    'directives': 'toctree seealso versionadded versionchanged deprecated todo only glossary code-block literalinclude index '
    'rst-class'.split(),
    'roles': 'doc ref numref term download file abbr command option envvar'.split(),
}
SETTINGS = {
    'report_level': 5,
    'halt_level': 6,
    'file_insertion_enabled': False,
    'input_encoding': 'unicode',
    '_disable_config': True,
}


class Everything(dict):
    """An option specification that takes any option as it is."""

    def __bool__(self):
        return True

    def __contains__(self, name):
        return True

    def __getitem__(self, name):
        return lambda value: value


class KnownDirective(Directive):
    """A directive that is known by name: its body is kept as text and never complained about."""

    has_content = True
    optional_arguments = 100
    final_argument_whitespace = True
    option_spec = Everything()

    def run(self):
        text = '%s %s %s' % (self.name, self.arguments, '\n'.join(self.content))
        return [nodes.comment('', text)]


def known_role(name, rawtext, text, lineno, inliner, options={}, content=[]):
    return [nodes.inline(rawtext, text, classes=[name])], []


def know(names):
    for name in names.get('directives', []):
        directives.register_directive(name, KnownDirective)
    for name in names.get('roles', []):
        roles.register_local_role(name, known_role)


def parse(document):
    settings = frontend.get_default_settings(Parser)
    settings.report_level = 5
    settings.halt_level = 5
    settings.debug = False
    settings.warning_stream = io.StringIO()
    settings.file_insertion_enabled = False
    settings.syntax_highlight = 'none'
    for name, value in document.get('settings', {}).items():
        setattr(settings, name, value)
    tree = utils.new_document(document.get('path', 'test data'), settings)
    Parser().parse(document['source'], tree)
    return tree


def publish(document):
    overrides = {**SETTINGS, 'warning_stream': io.StringIO(), **document.get('settings', {})}
    return publish_doctree(document['source'], source_path=document.get('path', 'test data'), settings_overrides=overrides)


def pseudoxml(document):
    return parse(document).pformat()


def verdict(document):
    tree = publish(document)
    rows = []
    for message in [*tree.findall(nodes.system_message), *tree.parse_messages, *tree.transform_messages]:
        text = ' '.join(message.children[0].astext().split()) if message.children else ''
        row = [message.get('line'), message['level'], text]
        if row not in rows:
            rows.append(row)
    return sorted(rows, key=lambda row: (row[0] or 0, row[1], row[2]))


def included(document):
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            for path, text in document['files'].items():
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(text)
            tree = publish(dict(document, settings={'file_insertion_enabled': True, 'input_encoding': 'utf-8'}))
        finally:
            os.chdir(before)
    rows = []
    for message in [*tree.findall(nodes.system_message), *tree.parse_messages, *tree.transform_messages]:
        text = ' '.join(message.children[0].astext().split()) if message.children else ''
        row = [message.get('source'), message.get('line'), message['level'], text]
        if row not in rows:
            rows.append(row)
    return rows


def doctree(document):
    tree = publish(document)
    for message in list(tree.findall(nodes.system_message)):
        message.parent.remove(message)
    for element in tree.findall(nodes.Element):
        for name in ('backrefs', 'source', 'line'):
            element.attributes.pop(name, None)
    return tree.pformat()


def words(document):
    """The words of the page, in order. Comments are not on it, nor are messages, but what an error quotes stands in its place. The
    cells of a table come in any order: a malformed one is lines."""
    tree = publish(dict(document, settings=dict(document.get('settings', {}), report_level=1)))
    hidden = (nodes.comment, nodes.substitution_definition)

    def visit(node):
        if isinstance(node, hidden):
            return []
        if isinstance(node, nodes.system_message):
            quoted = [each for each in node.children if isinstance(each, nodes.literal_block)] if node['level'] > 2 else []
            return sorted(re.findall(r'\w+', ' '.join(each.astext() for each in quoted)))
        if isinstance(node, nodes.TextElement):
            return re.findall(r'\w+', node.astext())
        found = [word for child in node.children if not isinstance(child, nodes.Text) for word in visit(child)]
        return sorted(found) if isinstance(node, nodes.table) else found

    return visit(tree)


VERBS = {'pseudoxml': pseudoxml, 'verdict': verdict, 'included': included, 'doctree': doctree, 'words': words}


def answer(verb, documents):
    registries = [(roles._roles, dict(roles._roles)), (directives._directives, dict(directives._directives))]
    for document in documents:
        try:
            yield VERBS[verb](document)
        except Exception as crash:  # the judge's own crash is an answer of its own
            yield {'crash': '%s: %s' % (type(crash).__name__, crash)}
        finally:
            # A message about an unknown language is only given when the language is looked for first.
            languages.get_language.cache.clear()
            rst_languages.get_language.cache.clear()
            for registry, at_first in registries:
                registry.clear()
                registry.update(at_first)


def main():
    verb, *rest = sys.argv[1:]
    files = [argument for argument in rest if not argument.startswith('--')]
    job = {'documents': []}
    if files:
        for path in files:
            with open(path, encoding='utf-8') as file:
                job['documents'].append({'source': file.read()})
    else:
        given = json.load(sys.stdin)
        job = given if isinstance(given, dict) else {'documents': given}
    if '--sphinx' in rest or (verb != 'pseudoxml' and '--plain' not in rest):
        know(SPHINX)
    know(job.get('known', {}))
    documents = [{'source': each} if isinstance(each, str) else each for each in job['documents']]
    answers = list(answer(verb, documents))
    json.dump(dict(zip(files, answers)) if files else answers, sys.stdout)


main()
