/** Whole projects with mistakes planted, `test/fixtures/sphinx/NAME/`. What goaldoc says of each stands in `NAME.txt` (`UPDATE=1`
 * writes it), and is compared with what Sphinx says where that was unpacked. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreementOf, goaldocSays, type Said, sphinxSays, whyNoSphinx } from '../conformance/sphinx.ts'

const root = join(import.meta.dirname, '../fixtures/sphinx')

/** What Sphinx says and goaldoc does not, and why. */
const lacking: Readonly<Record<string, readonly (readonly [message: RegExp, why: string])[]>> = {
  observatory: [
    [/^Duplicate ID: /, 'the equation is reported as a duplicate already'],
    [/^duplicate citation Galilei/, 'docutils says that its name is a duplicate'],
    [/^image file not readable: guide\/none\.png/, 'Sphinx looks at an image in a substitution once more where it is used'],
    [/is already assigned section numbers/, 'a consequence of the circle of toctrees'],
    [/^circular toctree references/, 'circles of toctrees are not looked for'],
    [/^Failed to create a cross reference\. Any number/, 'numbers of sections are not counted'],
    [/^more than one target found for 'any'/, 'which titles a name could mean is not told'],
  ],
  instruments: [
    [/^Unparseable C/, 'expressions of C and C++ are not read'],
    [/^Error (?:in declarator|when parsing function)/, 'declarations of C and C++ are read for their names alone'],
    [/^py:class reference target not found: (?:Mirror|Image)/, 'types in signatures and fields are not looked up'],
  ],
  neighbours: [[/(?:horizon|chart|set_down|--far|while|azimuth|SKY_HOME)'?$/, 'the inventory of another project may have it']],
}

const line = ({ file, line: number, text }: Said) => `${file}:${number} ${text}`

describe.each(Object.entries(lacking))('%s', (name, reasons) => {
  const within = (look: (project: string) => void) => {
    const project = mkdtempSync(join(tmpdir(), 'sphinx-'))
    try {
      cpSync(join(root, name), project, { recursive: true })
      mkdirSync(join(project, '.git'))
      look(project)
    } finally {
      rmSync(project, { recursive: true, force: true })
    }
  }

  test('what goaldoc says', () => {
    within((project) => {
      const said = `${goaldocSays(project).map(line).sort().join('\n')}\n`
      const file = join(root, `${name}.txt`)
      if (process.env.UPDATE) writeFileSync(file, said)
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(said)
    })
  })

  test.skipIf(whyNoSphinx())('Sphinx 9.2 says the same (skipped where it was not unpacked)', { timeout: 60_000 }, () => {
    within((project) => {
      const theirs = sphinxSays(project).said
      const { has, lacks, beyond } = agreementOf(theirs, goaldocSays(project))
      expect(beyond.map(line)).toEqual([])
      expect(lacks.filter(({ text }) => !reasons.some(([message]) => message.test(text))).map(line)).toEqual([])
      // A reason that nothing needs any more is taken out.
      expect(reasons.filter(([message]) => !lacks.some(({ text }) => message.test(text)))).toEqual([])
      expect(has.length).toBeGreaterThan(lacks.length / 2)
    })
  })
})
