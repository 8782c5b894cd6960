/** Whatever text somebody sets: the document and the model agree afterwards and have it, and nothing else is lost; or nothing is written. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { parseModel, statuses, type Team } from '../../src/goal/index.ts'
import { committed } from './committed.ts'
import { projects } from './run.ts'

const [document, model] = ['goals/telescopes.rst', 'goals/telescopes.yaml']

/** Parts of answers: what YAML, reStructuredText, Markdown or a terminal reads as something else than words. */
const words = [
  'dome¦No¦None¦n/a¦null¦~¦true¦1.0¦2027-01-04¦é¦星図¦🔭¦e\u0301¦\u200b¦\u00a0¦\u2028¦\u202e',
  '"¦\'¦`¦``¦*¦**¦_¦__¦|¦\\¦:¦::¦: ¦- ¦* ¦#¦# ¦#. ¦1. ¦.. ¦.. note::¦.. _a:¦|a|¦[1]_¦a_¦a__',
  '`a <b>`_¦:ref:`a`¦{{name}}¦{{¦}}¦{¦}¦[¦]¦<¦>¦&¦&a¦*a¦!¦!!¦%¦@¦,¦?¦? ¦---¦...¦====¦\n¦\n\n',
  '\n   ¦\t¦\r\n¦\r¦ ¦  ¦Status: done¦Planning Artifacts:¦Completion Artifacts:¦TODO¦<<<<<<< ours',
  '>>> x¦\u0007¦\u001b[31m¦\ufeff¦\u0000¦(¦)¦+---+¦=== ===¦goaldoc: ignore-next¦.. goaldoc: ignore-file',
  '',
].flatMap((line) => line.split('¦'))
const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join(''))
const url = fc
  .array(fc.constantFrom(...words.filter((word) => !/\s/.test(word)), 'https://a.example/', 'mailto:a@b'), { maxLength: 4 })
  .map((parts) => `https://review.planets.example/${parts.join('')}`)
const change = fc.record(
  {
    status: fc.constantFrom(...statuses),
    reason: text,
    planning: url,
    completion: url,
    deliverable: fc.constantFrom('kepler', 'kepler-2'),
  },
  { requiredKeys: [] },
)

/** Answers that were added a second time, or left a difference. */
const examples: [Parameters<Parameters<typeof change.map>[0]>[0]][] = [
  [{ reason: 'The dome is shut.\n\nThe mirror is late.' }],
  [{ reason: 'The dome- ', deliverable: 'kepler' }],
  [{ reason: 'The dome\r\nis shut.' }],
  [{ planning: 'https://review.planets.example/a_', deliverable: 'kepler' }],
  [{ completion: 'https://review.planets.example/>', deliverable: 'kepler' }],
  [{ completion: 'https://review.planets.example/星図' }],
]

const inOneLine = (words: string) => words.replace(/[ \t\r\n]+/g, ' ')
/** All texts of a value. */
const wordsOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.values(value).map(wordsOf).join(' ') : String(value)

test('set writes any answer into document and model, once, or refuses it', async () => {
  const place = await committed()
  place.write('reference/projects.yaml', projects)
  const before = { document: place.read(document), model: place.read(model) }
  const others = (teams: readonly Team[] | undefined) => teams!.filter(({ name }) => name !== 'kepler')
  await fc.assert(
    fc.asyncProperty(change, async (wanted) => {
      place.write(document, before.document)
      place.write(model, before.model)
      const options = Object.entries(wanted).map(([key, value]) => `--${key}=${value}`)
      const args = ['set', document, '--team', 'kepler', ...options]
      const ran = await place.goaldoc(args)
      expect(ran.err).not.toContain('defect')
      const after = { document: place.read(document), model: place.read(model) }
      if (ran.code !== 0) {
        expect(ran.code).toBe(2)
        expect(after).toEqual(before)
        return
      }
      const [shown, stated] = [readGoal(after.document).goal, parseModel(after.model).goal!]
      expect(others(shown.teams)).toEqual(others(readGoal(before.document).goal.teams))
      expect(others(stated.teams)).toEqual(others(parseModel(before.model).goal!.teams))
      for (const goal of [shown, stated]) {
        const team = goal.teams!.find(({ name }) => name === 'kepler')!
        const said = inOneLine(wordsOf(team))
        for (const key of ['planning', 'completion', 'reason'] as const)
          if (wanted[key] !== undefined) expect(said).toContain(inOneLine(wanted[key].trim()))
        if (wanted.status !== undefined && wanted.deliverable === undefined) expect(team.status).toBe(wanted.status)
      }
      expect(await place.goaldoc(['render', '--check'])).toEqual({ code: 0, out: '', err: '' })
      const pulled = await place.goaldoc(['pull', '--diff'])
      // What was set may be an error in the document, which its author has to see.
      if (pulled.code === 2) expect(pulled.err).toContain('the edit left')
      else expect(pulled).toEqual({ code: 0, out: '', err: '' })
      expect((await place.goaldoc(['check'])).out).not.toMatch(/drift|model\//)
      expect((await place.goaldoc(args)).err).toBe('Nothing to change\n')
      if (after.document !== before.document) expect((await place.goaldoc(['diff', 'HEAD'])).code).toBe(1)
    }),
    { numRuns: 40, examples },
  )
})
