import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixAll, lint, rules } from '../../src/lint/index.ts'
import { engine } from '../../src/report-page/playground/engine.ts'
import { exampleFolders } from '../../src/report-page/playground/examples/index.ts'
import { inCode } from '../../src/report-page/playground/in-code.ts'
import { playgroundPage } from '../../src/report-page/playground/page.ts'
import type { Question } from '../../src/report-page/playground/question.ts'
import { pageOf } from '../../src/report-page/playground/tabs/preview.ts'
import { isElement, parseRst, type RstNode } from '../../src/rst/index.ts'
import { controlCharacters } from '../../src/text/index.ts'
import { fixtures, verdictFixtures } from '../conformance/samples.ts'
import { telescopes } from '../telescopes.ts'
import { tagsOf, textOf } from './html.ts'

const path = 'goals/2027.1/telescopes.rst'
const asked: Question = { document: telescopes, path, teams: '', configuration: '', tab: 'findings', unsafe: false }

/** The text or the markup of a tab. */
function shown(tab: string, document: string, more: Partial<Question> = {}): string {
  const { shown } = engine.analyse({ ...asked, tab, document, ...more })
  return 'text' in shown ? shown.text : shown.markup
}

const words = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('the findings', () => {
  test('are those of the linter, with the reasons of their rules', () => {
    const document = 'Dome\n====\n\nClose the *dome and go.\n'
    const { diagnostics, summary, problems } = engine.analyse({ ...asked, document })
    expect([diagnostics, summary, problems]).toEqual([lint(document, { path }), '1 error', []])
    const { what, why } = rules.find(({ name }) => name === 'rst/inline-start')!
    expect(words(textOf(shown('findings', document)))).toBe(
      words(
        `4:11 error Unclosed emphasis at *; close it, or put a backslash before it
        Insert a backslash (unsafe: look at the result)
        docutils, line 4: Inline emphasis start-string without end-string.
        rst/inline-start${what}. ${why}`,
      ),
    )
  })

  test('have their second places', () => {
    const document = `${telescopes}\nReferences\n==========\n\n* https://planets.example/sky\n`
    const places = engine.analyse({ ...asked, document }).diagnostics.flatMap((one) => [one, ...(one.related ?? [])])
    expect(places).toHaveLength(2)
    expect(shown('findings', document).match(/data-from="\d+"/g)).toEqual(places.map(({ offset }) => `data-from="${offset}"`))
  })

  test('are the first thousand', () => {
    const markup = shown('findings', `Dome\n====\n\n${'An *open dome.\n\n'.repeat(1005)}`)
    expect([markup.match(/<li/g)!.length, markup.endsWith('<p>And 5 more.</p>')]).toEqual([1000, true])
  })

  test('are what a tab shows that is not known', () => {
    const document = 'Dome\n====\n\nClose the *dome.\n'
    expect(shown('moons', document)).toBe(shown('findings', document))
  })

  test('are none for a document without mistakes', () => {
    expect([engine.analyse(asked).summary, shown('findings', telescopes)]).toEqual(['Nothing found', '<p>Nothing found.</p>'])
  })

  const found: Record<(typeof exampleFolders)[number]['folder'], string[]> = {
    teams: ['26 misread/glued-list', '29 goal/missing-section', '47 team/unknown', '57 team/missing', '58 style/title-adornment'],
    checklist: [],
    misread: [
      '11 misread/glued-list',
      '13 rst/inline-start',
      '17 misread/accidental-blockquote',
      '19 misread/default-role',
      '24 rst/inline-start',
      '24 misread/default-role',
      '26 misread/comment-for-directive',
      '29 rst/inline-start',
      '29 rst/inline-start',
      '34 rst/substitution',
      '34 rst/unknown-target',
      '34 rst/unknown-target',
    ],
    tables: ['11 rst/malformed-table', '20 rst/malformed-table'],
  }

  test.each(exampleFolders)('of the example $folder', ({ folder, path }) => {
    const text = (name: string) =>
      readFileSync(join(import.meta.dirname, '../../src/report-page/playground/examples', folder, name), 'utf8')
    const teams = folder === 'teams' ? text('projects.yaml') : ''
    const configuration = folder === 'checklist' ? text('goaldoc.config.yaml') : ''
    const { diagnostics, problems } = engine.analyse({ ...asked, path, document: text('document.rst'), teams, configuration })
    expect([diagnostics.map(({ line, ruleId }) => `${line} ${ruleId}`), problems]).toEqual([found[folder], []])
  })
})

describe('words in backticks', () => {
  test.each([
    ['Unknown team `Mars`; did you mean `Pluto`?', 'Unknown team <code>Mars</code>; did you mean <code>Pluto</code>?'],
    ['Unclosed literal at ``` `` ```; close it', 'Unclosed literal at <code>``</code>; close it'],
    ['A ` alone, and `` another', 'A ` alone, and `` another'],
    ['`a``b`', '<code>a``b</code>'],
    ['nothing', 'nothing'],
  ])('%s', (text, markup) => {
    expect(inCode(text).markup).toBe(markup)
  })
})

describe('the page', () => {
  const asset = (name: string) => ({ text: `/* ${name} */`, hash: `sha256-${name}` })
  const examples = [{ name: 'A <b>dome</b>', path: 'a.rst', document: '</script><script>', teams: '', configuration: '' }]
  const page = playgroundPage({ style: asset('style'), script: asset('script'), engine: asset('engine'), examples })

  test('allows its own style and script, the styles of its editor and its worker, and nothing else', () => {
    expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll('&#39;', "'")).toBe(
      "default-src 'none'; style-src 'sha256-style' 'nonce-editor'; script-src 'sha256-script'; worker-src blob:; " +
        "base-uri 'none'; form-action 'none'",
    )
    expect(page).not.toMatch(/https?:|url\(|@import| src=| style=| on\w+=/)
  })

  test('each name that an element refers to is the name of one element', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...page.matchAll(/ (?:href="#|aria-(?:labelledby|controls|describedby)="|for=")([^"]*)"/g)]
    expect(wanted.flatMap(([, all]) => all!.split(' ')).filter((id) => !ids.includes(id))).toEqual([])
    expect(wanted.length).toBeGreaterThan(10)
  })

  test('holds its examples, which end no element', () => {
    const [, json] = /<script type="application\/json" id="examples">(.*?)<\/script>/.exec(page)!
    expect(JSON.parse(json!)).toEqual(examples)
    expect(page).toContain('<option value="0">A &lt;b&gt;dome&lt;/b&gt;</option>')
  })
})

describe('the preview', () => {
  /** The texts that a reader sees: the address of an image, and the name of a target stand in for others. */
  const textsIn = (node: RstNode): string[] => (isElement(node) ? node.children.flatMap(textsIn) : [node.value])

  /** What is wrong with the markup of a document; it is whole, and has all texts in order. */
  function faultIn(source: string): string | undefined {
    const tree = parseRst(source, { path })
    const markup = pageOf(tree).markup
    const open: string[] = []
    for (const tag of tagsOf(markup)) {
      const name = /^<\/?([a-z0-9]+)/.exec(tag)![1]!
      if (tag.startsWith('</') && open.pop() !== name) return `${tag} ends another element`
      if (!tag.startsWith('</') && name !== 'br' && name !== 'hr') open.push(name)
    }
    if (open.length > 0) return `${open.join(', ')} without an end`
    let at = 0
    const text = textOf(markup)
    for (const part of textsIn(tree).map((value) => value.replace(controlCharacters, '\uFFFD').trim())) {
      const next = text.indexOf(part, at)
      if (next < 0) return `Missing text: ${part}`
      at = next + part.length
    }
    return undefined
  }

  test('is whole markup with the whole text, for every fixture', () => {
    const faults = [...fixtures(), ...verdictFixtures()].flatMap(({ name, source }) => {
      const fault = faultIn(source)
      return fault === undefined ? [] : [`${name}: ${fault}`]
    })
    expect(faults).toEqual([])
  })

  test('makes a page of each kind of element', () => {
    const document = [
      'Dome',
      '====',
      '',
      'b. *Open* it',
      'c. and look',
      '',
      'lens : glass',
      '  round',
      '',
      '.. image:: dome.png',
      '',
      '`sky <https://sky.example/>`_ `bad <javascript:alert(1)>`_ [1]_ |x|',
      '',
      '=== ===',
      ' A   B',
      '=== ===',
      '1   2',
      '=== ===',
      '',
      '.. comet::',
    ].join('\n')
    const message = (severity: string, level: string, offset: number, end: number, line: number, inside: string) =>
      `<div class="finding is-${severity}"><p><button type="button" class="place" data-from="${offset}" data-to="${end}">line ${line}</button>` +
      `<b>docutils: ${level}</b></p>${inside}</div>`
    const cells = (tag: string, ...texts: string[]) =>
      `<tr>${texts.map((text) => `<${tag} colspan="1" rowspan="1"><p>${text}</p></${tag}>`).join('')}</tr>`
    expect(shown('preview', document).replace(/>\s+</g, '><')).toBe(
      [
        '<div class="preview"><section><h3>Dome</h3>',
        '<ol start="2" type="a"><li><p><em>Open</em> it</p></li><li><p>and look</p></li></ol>',
        message('info', 'INFO', 11, 23, 4, '<p>Enumerated list start value not ordinal-1: &quot;b&quot; (ordinal 2)</p>'),
        '<dl><div><dt>lens</dt><dd class="classifier">glass</dd><dd><p>round</p></dd></div></dl>',
        '<span class="labelled"><small>image</small>dome.png</span>',
        '<p><a href="https://sky.example/" target="_blank" rel="noreferrer">sky</a><span class="link">bad</span>',
        '<sup class="link">[1]</sup><span class="link">|x|</span></p>',
        '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>',
        `<thead>${cells('th', 'A', 'B')}</thead><tbody>${cells('td', '1', '2')}</tbody></table></div>`,
        message(
          'info',
          'INFO',
          187,
          197,
          20,
          '<p>No directive entry for &quot;comet&quot; in module &quot;docutils.parsers.rst.languages.en&quot;.\n' +
            'Trying &quot;comet&quot; as canonical directive name.</p>',
        ),
        message(
          'error',
          'ERROR',
          187,
          197,
          20,
          '<p>Unknown directive type &quot;comet&quot;.</p><pre tabindex="0" role="group" aria-label="Literal block">.. comet::</pre>',
        ),
        '</section></div>',
      ].join(''),
    )
  })
})

describe('the model', () => {
  const model = shown('model', telescopes)

  test('is read from the document', () => {
    expect(shown('model', telescopes, { configuration: 'profile: team-artifacts\n' })).toBe(model)
    expect(engine.write(asked)).toEqual({ problems: [] })
    expect(model).toMatch(/^---\nprofile: \S+\ntitle: Point every telescope by one star catalog\n/)
  })

  test('is what the user made of it, and drift is found', () => {
    const own = model.replace('one-star-catalog', 'two-star-catalogs')
    expect(shown('model', telescopes, { model: own })).toBe(own)
    expect(engine.analyse({ ...asked, model: own }).diagnostics.map(({ ruleId }) => ruleId)).toEqual(['drift/changed'])
  })

  test('is written to the document', () => {
    const own = model.replace('one-star-catalog', 'two-star-catalogs')
    expect(engine.write({ ...asked, model: own })).toEqual({
      document: telescopes.replace('one-star-catalog', 'two-star-catalogs'),
      problems: [],
    })
    expect(engine.write({ ...asked, model })).toEqual({ document: telescopes, problems: [] })
    // A profile that is named in the configuration counts where the model names none.
    const bare = model.replace(/^profile: .*\n/m, '')
    const configuration = 'profile: team-artifacts\n'
    expect(engine.write({ ...asked, model: bare, configuration })).toEqual({ document: telescopes, problems: [] })
  })

  test('is not written with a mistake, or with what a document cannot say', () => {
    const said = (own: string) => {
      const { document, problems } = engine.write({ ...asked, model: own })
      return [document, problems.map(({ line, message }) => `${line}: ${message}`)]
    }
    expect(said('titel: Dome\n')).toEqual([undefined, ['1: Unknown key `titel`; did you mean `title`?']])
    expect(said(model.replace('summary: >-', 'summary: |-\n  Sky\n  ==='))).toEqual([
      undefined,
      ['4: Profile `team-artifacts` has no section for `summary`'],
    ])
  })
})

describe('the tree and the fixes', () => {
  const document = 'Dome\n===\n\nOpen it.\n\n- a\n- b\n* c\n'

  test('are those of the parser and the linter', () => {
    expect(textOf(shown('tree', document)).split('\n')[0]).toBe(`<document source="${path}">`)
    expect(shown('fixed', document)).toBe(document.replace('* c', '\n* c'))
    expect(shown('fixed', document, { unsafe: true })).toBe(fixAll(document, { path, unsafe: true }).source)
  })
})

describe('the boxes', () => {
  test.each([
    ['configuration', 'an unknown rule', 'rules:\n  style/tabs: error\n', 2],
    ['configuration', 'a list', '- dome\n', 1],
    ['configuration', 'a bracket without its end', 'rules: [', 1],
    ['configuration', 'a file', 'extends: ./other.yaml\n', 1],
    ['configuration', 'an unknown profile', 'profile: chamipon\n', 1],
    ['configuration', 'brackets in brackets', '['.repeat(20_000), 1],
    ['configuration', 'an alias that leads nowhere', 'rules: *dome\n', 1],
    ['teams', 'a bracket without its end', 'Hubble: {}\nKepler: [Webb\n', 2],
    ['model', 'an unknown profile', 'title: Dome\nprofile: chamipon\n', 1],
    ['model', 'an unknown key', 'title: Dome\nchampion: Vera\n', 2],
  ] as const)('%s: %s is one mistake, with its line', (box, _, text, line) => {
    const { problems } = engine.analyse({ ...asked, [box]: text })
    expect(problems.map((problem) => [problem.box, problem.line])).toEqual([[box, line]])
  })
})
