import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes, type Diagnostic, fixAll, lintPython } from '../../src/lint/index.ts'
import { docstringsOf } from '../../src/lint/python/docstrings.ts'

const texts = (source: string) => docstringsOf(source).docstrings.map(({ text }) => text)
const places = (found: readonly Diagnostic[]) => found.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`)

describe('docstrings', () => {
  test('are found in modules, classes, functions and methods, in order', () => {
    const source = `#!/usr/bin/env python3
"""Telescopes."""
class Dome:
    # The roof.
    '''A dome.'''
    def open(self):
        "Opens."
        return 1
    @property
    async def slit(self): u"""The slit."""; x = 1
`
    expect(texts(source)).toEqual(['Telescopes.\n', 'A dome.\n', 'Opens.\n', 'The slit.\n'])
  })

  test('lose their common indentation and empty lines at the ends, like in inspect.cleandoc', () => {
    expect(texts('def turn():\n    """\n    Turns.\n\n      - left\n    - right\n      \n    """\n')).toEqual([
      'Turns.\n\n  - left\n- right\n',
    ])
  })

  test('contain the characters that escapes stand for', () => {
    expect(texts('"""a\\tb \\x41 \\u00e9 \\101 \\* \\\nc"""\n')).toEqual(['a\tb A é A \\* c\n'])
    expect(texts('r"""a\\tb"""\n')).toEqual(['a\\tb\n'])
  })

  test('exclude formatted strings, bytes, joined strings, and strings that are not the first statement', () => {
    expect(texts('f"""a"""\n')).toEqual([])
    expect(texts('b"a"\n')).toEqual([])
    expect(texts('"a" "b"\n')).toEqual([])
    expect(texts('x = 1\n"""a"""\n')).toEqual([])
    expect(texts('if True:\n    """a"""\n')).toEqual([])
    expect(texts('""""""\n')).toEqual([])
  })

  test('anything is read without a throw', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"""', "'", 'def f():', '\n', '    ', '\\', 'r', 'é', '💫', ' * a', '\r\n', ':')),
        (parts) => {
          for (const { text, offsets } of docstringsOf(parts.join('')).docstrings) expect(offsets.length).toBe(text.length + 1)
        },
      ),
      { numRuns: 500 },
    )
  })
})

const unread = (reason: string) => `Python not read from here on: ${reason}; no docstring after it was checked`

test.each(['(a\n', '[a, ', '{', 'not ', '-', 'a**-', 'f"{', 'lambda: '])(
  'levels of %j are read up to a limit, which is reported',
  (level) => {
    const source = `"""Turns *left."""\nx = ${level.repeat(15_000)}`
    const found = lintPython(source)
    expect(found.map(({ line, message }) => (line === 1 ? 'first' : message))).toEqual([
      'first',
      unread('more than 500 levels of nesting'),
    ])
    const { offset } = found[1]!
    expect(offset).toBeLessThan(1000 * level.length)
    // Up to there, nothing is too deep.
    expect(lintPython(source.slice(0, offset - 10 * level.length)).map(({ line }) => line)).toEqual([1])
  },
)

test.each([')', 'a b ', '"""a" ', '? '])('syntax errors %j are read up to a limit, which is reported', (fault) => {
  const source = `"""Turns *left."""\n${fault.repeat(10_000)}`
  const found = lintPython(source)
  expect(found.map(({ line, message }) => (line === 1 && message.includes('emphasis') ? 'first' : message))).toEqual([
    'first',
    unread('too many syntax errors'),
  ])
  expect(lintPython(source.slice(0, 500)).length).toBe(1)
})

const glued = `class Dome:
    """A dome has
    * a slit
    * a motor
    """

    def turn(self):
        """Turns *left.

        .. note: slowly
        """
`

describe('findings in docstrings', () => {
  test('have their place in the file', () => {
    expect(places(lintPython(glued))).toEqual([
      '3:5 misread/glued-list',
      '8:18 rst/inline-start',
      '10:9 misread/comment-for-directive',
    ])
  })

  test('are fixed in the file, with the indentation of the docstring', () => {
    const mended = glued.replace('has\n', 'has\n\n')
    expect(fixAll(glued, {}, lintPython).source).toBe(mended)
    expect(fixAll(glued, { unsafe: true }, lintPython).source).toBe(
      mended.replace('note:', 'note::').replace('*left', '\\\\*left'),
    )
  })

  test('keep the line ends of the file', () => {
    const source = glued.replaceAll('\n', '\r\n')
    expect(fixAll(source, {}, lintPython).source).toBe(fixAll(glued, {}, lintPython).source.replaceAll('\n', '\r\n'))
  })

  test('have the right place after escapes', () => {
    expect(places(lintPython('"""\\u0041\\n\\\n\nTurns *left.\n"""\n'))).toEqual(['3:7 rst/inline-start'])
  })

  test('do not concern names from elsewhere, or the default role', () => {
    expect(lintPython('"""See :py:mod:`dome`, |version|, orbit_ and `slit`.\n\n.. dome:: left\n"""\n')).toEqual([])
  })
})

describe('sections of NumPy and Google docstrings', () => {
  test('are not read as headings and lists of the document', () => {
    const numpy = `def turn(angle, *rest):
    """Turns the dome.

    Parameters
    ----------
    angle : float
        Degrees, counted
        from the north.
    *rest
        More angles.

    Returns
    -------
    bool

    Notes
    -----
    It is *slow.
    """
`
    expect(places(lintPython(numpy))).toEqual(['18:11 rst/inline-start'])
  })

  test('in Google style keep their entries', () => {
    const google = `def turn(angle, *rest):
    """Turns the dome.

    Args:
        angle (float): Degrees, counted
            from the north.
        *rest: More \`\`angles.

    Raises:
        ValueError: Where it sticks.
    """
`
    expect(places(lintPython(google))).toEqual(['7:21 rst/inline-start'])
  })
})

const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'
const hasPython = spawnSync(python, ['-c', 'import ast']).status === 0

/** The file as Python sees it, every docstring replaced by one word. */
const dump = `
import ast, json, sys
def dump(text):
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node) is not None:
            node.body[0].value.value = 'docstring'
    return ast.dump(tree)
print(json.dumps([dump(text) for text in json.load(sys.stdin)]))
`

const line = fc.constantFrom(
  'A dome has',
  '* a slit',
  '* a motor',
  '',
  '    deeper',
  '.. note: slowly',
  ':ref:`slit',
  '- one\\n',
  '1. one',
  'two',
  '``left`',
  'Args:',
  'Returns',
  '-------',
  '\\t* tab',
  '`a <b>`',
  '::',
  '"quoted"',
  "it's",
  '💫 *x',
  '[dome](https://dome.example)',
)
const file = fc
  .record({
    lines: fc.array(line, { maxLength: 8 }),
    quote: fc.constantFrom('"""', "'''"),
    prefix: fc.constantFrom('', 'r', 'u'),
    depth: fc.nat(2),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ lines, quote, prefix, depth, eol }) => {
    const margin = '    '.repeat(depth)
    const head = ['', 'class Dome:', 'class Dome:\n    def turn(self):'][depth]!
    const body = lines.map((text, at) => (at === 0 || text === '' ? text : margin + text)).join('\n')
    return `${head === '' ? '' : `${head}\n`}${margin}${prefix}${quote}${body}\n${margin}${quote}\n${margin}x = 1\n`.replaceAll(
      '\n',
      eol,
    )
  })

test.skipIf(!hasPython)('a fix changes nothing that Python sees but docstrings (skipped where there is no Python)', () => {
  const samples = fc.sample(file, { numRuns: 600, seed: 14 })
  const fixed = samples.map((source) => applyFixes(source, lintPython(source), { unsafe: true }))
  const { stdout } = spawnSync(python, ['-c', dump], {
    input: JSON.stringify([...samples, ...fixed]),
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  const dumped: (string | null)[] = JSON.parse(stdout)
  expect(samples.filter((source, at) => source !== fixed[at]).length).toBeGreaterThan(100)
  const broken = samples.filter((_, at) => dumped[at] !== null && dumped[at] !== dumped[samples.length + at])
  expect(broken).toEqual([])
})

test('a docstring may have any number of lines', () => {
  const [docstring] = docstringsOf(`"""Mars\n${'    io\n'.repeat(200_000)}"""\n`).docstrings
  expect([docstring!.margin, docstring!.text.length]).toEqual(['    ', 5 + 3 * 200_000])
})

test('a file that is too long has only that finding', () => {
  const docstring = '"""Mars *open\n"""\n'
  const rulesOf = (source: string) => lintPython(source, { path: 'mars.py' }).map(({ ruleId }) => ruleId)
  expect(rulesOf(docstring)).toEqual(['rst/inline-start'])
  expect(rulesOf(`${docstring}${'# moon\n'.repeat(80_000)}`)).toEqual(['style/document-length'])
})

test('a file that is too long is read if the rule is off', () => {
  const source = `"""Mars *open\n"""\n${'# moon\n'.repeat(80_000)}`
  const settings = { 'style/document-length': 'off' as const }
  expect(lintPython(source, { settings }).map(({ ruleId }) => ruleId)).toEqual(['rst/inline-start'])
})

test('marks are counted in each docstring, not in the code', () => {
  const code = `${'moons[0:1] = planets[1:2]; '.repeat(60)}\n`.repeat(150)
  const found = (text: string) => lintPython(`"""${text}\n"""\n${code}`, { path: 'mars.py' }).map(({ ruleId }) => ruleId)
  expect(found('Mars *open')).toEqual(['rst/inline-start'])
  expect(found(`Mars ${'*a* '.repeat(30_000)}`)).toEqual(['style/document-length'])
})
