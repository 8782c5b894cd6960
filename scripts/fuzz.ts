/** Fuzzes the laws of the blueprint for a given time: half of it with fast-check's inventions and a fresh seed, half with mutations of the
 * fixtures, of which those are kept that run code that nothing ran before.
 *
 *     npm run fuzz -- --seconds 60 [--target parser,lens] [--seed N] [--show 5]
 *
 * V8 says which code ran. A fuzzer with code of its own (`@jazzer.js/core` brings a native library, `jsfuzz` is not maintained) would say
 * no more.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { inventions } from '../test/conformance/inventions.ts'
import { type Coverage, openCoverage } from './fuzz/coverage.ts'
import { mutated, oneOf, type Random, randomFrom, reduced } from './fuzz/mutate.ts'
import { type Target, targets, versionEnd } from './fuzz/targets.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    target: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    show: { type: 'string', default: '5' },
  },
})

const fixturesFolder = fileURLToPath(new URL('../test/fixtures/', import.meta.url))

function textsBelow(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.length < 6000)
}

const goalsFolder = fileURLToPath(new URL('../goals/', import.meta.url))
const documents = [...textsBelow(fixturesFolder, ['.rst']), ...textsBelow(goalsFolder, ['.rst'])]
const settings =
  'roster: {file: teams.yaml, aliases: {hubble: kepler}}\nrules:\n  style/tab: error\n  "team/*": off\noverrides:\n- files: ["goals/*"]\n  rules: {style/tab: off}\n'
const teams = 'hubble:\n  ptl: {name: Edwin}\n  deliverables:\n    mirror: {repos: [planets/mirror]}\n'
const models = [...textsBelow(goalsFolder, ['.yaml']), ...textsBelow(fixturesFolder, ['.yaml']), settings, teams]

const corpora: Record<Target['language'], readonly string[]> = {
  rst: documents,
  yaml: models,
  three: documents.filter((text) => text.includes('Project Teams')).map((text) => [text, text, text].join(versionEnd)),
}
const rstWords = [
  ...[
    '.. note::',
    '.. todo:: ',
    '.. _mars: ',
    '`mars`_',
    '``',
    '`',
    '*',
    '**',
    '|x|',
    '[1]_',
    '::',
    '\n\n',
    '\n',
    '====',
    '----',
  ],
  ...[
    '* ',
    '#. ',
    '1. ',
    ':a: b',
    '+--+',
    '=== ===',
    '\t',
    '\r\n',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\0',
    '🔭',
    'Planning Artifacts:',
  ],
  ...[
    'Completion Artifacts:',
    'Project Teams\n=============\n',
    'Gerrit Topic\n============\n',
    'Completion Criteria',
    'None',
    'N/A',
  ],
  ...[
    '.. goaldoc:ignore-next style/tab reason\n',
    '.. goaldoc:ignore-file\n',
    '.. goaldoc:ignore-start team/*\n',
    '.. goaldoc:ignore-end\n',
  ],
]
const yamlWords = [
  ...[
    'title: ',
    'teams:\n',
    '- name: ',
    'planning: [',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|\n  ',
    '>-\n  ',
    '&a ',
    '*a',
    '!!str ',
    '#',
    '---\n',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'null',
    '~',
    '1e999',
    '0x1',
    'rules:\n',
    'overrides:\n',
    'extends: ',
    '? ',
    ': ',
    '\t',
    '\r',
    '🔭',
  ],
]
const words: Record<Target['language'], readonly string[]> = { rst: rstWords, yaml: yamlWords, three: [...rstWords, versionEnd] }

interface Finding {
  text: string
  law: string
}

async function tried(target: Target, text: string): Promise<string | undefined> {
  try {
    return await target.broken(text)
  } catch (error) {
    const [message, ...stack] = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n')
    const place = stack
      .find((line) => line.includes('/src/'))
      ?.replace(/^.*\/src\//, 'src/')
      .replace(/\)$/, '')
    return `nothing is thrown: ${message} (${place ?? ''})`
  }
}

/** Laws are told apart by their words, without what they quote. */
const kindOf = (law: string) =>
  law
    .replace(/[:(].*/s, '')
    .replace(/\d+/g, 'N')
    .trim() + (/\((src\/[^:]+)/.exec(law)?.[1] ?? '')

async function fuzz(target: Target, seconds: number, coverage: Coverage, random: Random) {
  const findings = new Map<string, Finding>()
  let inputs = 0
  const look = async (text: string) => {
    inputs++
    const law = await tried(target, text)
    if (law === undefined || findings.has(kindOf(law))) return
    const isSame = async (shorter: string) => {
      const other = await tried(target, shorter)
      return other !== undefined && kindOf(other) === kindOf(law)
    }
    findings.set(kindOf(law), { law, text: await reduced(text, isSame) })
  }
  const started = performance.now()
  const isOver = (share: number) => performance.now() - started > seconds * 1000 * share
  const texts = corpora[target.language]
  while (!isOver(0.5)) {
    const seed = Math.floor(random() * 2 ** 31)
    const made =
      target.language === 'yaml'
        ? fc.sample(
            fc.array(fc.constantFrom(...yamlWords, 'mars', '\n', '  '), { maxLength: 30 }).map((some) => some.join('')),
            { numRuns: 50, seed },
          )
        : inventions(50, seed).map(({ source }) => source)
    for (const [at, text] of made.entries()) {
      if (isOver(0.5)) break
      await look(target.language === 'three' ? [text, made[at - 1] ?? text, made[at - 2] ?? text].join(versionEnd) : text)
    }
  }
  const invented = inputs
  coverage.isNew()
  const kept = [...texts]
  while (!isOver(1)) {
    // Asking V8 costs as much as many inputs, so a batch is asked for at once, and kept as a whole.
    const batch = Array.from({ length: 16 }, () => mutated(oneOf(kept, random), texts, words[target.language], random))
    for (const text of batch) await look(text)
    if (coverage.isNew()) kept.push(...batch)
  }
  const spent = (performance.now() - started) / 1000
  const { blocks, functions } = coverage.counts()
  console.log(
    `| ${[target.name, invented, inputs - invented, kept.length - texts.length, spent.toFixed(0), functions, blocks, findings.size].join(' | ')} |`,
  )
  return [...findings.values()]
}

const wanted = values.target?.split(',')
const chosen = targets.filter(({ name }) => wanted?.includes(name) ?? true)
const random = randomFrom(Number(values.seed))
console.log(`seed ${values.seed}, ${values.seconds} s`)
console.log('| target | invented | mutated | kept | seconds | functions | blocks | findings |\n|---|---|---|---|---|---|---|---|')
const found: [string, Finding][] = []
for (const target of chosen) {
  const coverage = openCoverage()
  for (const finding of await fuzz(target, Number(values.seconds) / chosen.length, coverage, random))
    found.push([target.name, finding])
  coverage.close()
}
for (const [name, { law, text }] of found.slice(0, Number(values.show) * chosen.length))
  console.log(`\n${name}: ${law}\n${JSON.stringify(text)}`)
if (found.length > 0) process.exitCode = 1
