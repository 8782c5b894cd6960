import { describe, expect, it } from 'vitest'
import { readGoal, renderGoal, updateDocument } from '../../../src/document/index.ts'
import type { Goal, ProjectList } from '../../../src/goal/index.ts'
import { documentOf, sectionEdited, sectionRead } from './section.ts'

const title = 'Current State / Anticipated Impact'
const read = (body: string) => (sectionRead('current', title, body) as (ProjectList | string)[])[0]
const spellings: [spelling: string, hole: string][] = [
  ['2027-01-04', '{{date}}'],
  ['2027/01/04', '{{date YYYY/MM/DD}}'],
  ['4 Jan 2027', '{{date D MMM YYYY}}'],
  ['04 Jan 2027', '{{date DD MMM YYYY}}'],
  ['4 January 2027', '{{date D MMMM YYYY}}'],
  ['4th of January, 2027', '{{date Do of MMMM, YYYY}}'],
  ['4th January 2027', '{{date Do MMMM YYYY}}'],
  ['Jan 4, 2027', '{{date MMM D, YYYY}}'],
  ['January 4, 2027', '{{date MMMM D, YYYY}}'],
  ['January 4 2027', '{{date MMMM D YYYY}}'],
  ['January 4th, 2027', '{{date MMMM Do, YYYY}}'],
  ['4. January 2027', '{{date D. MMMM YYYY}}'],
  ['04-Jan-2027', '{{date DD-MMM-YYYY}}'],
]

describe('dates of project lists', () => {
  it.each(spellings)('are read from %s, and written in the same form', (spelling, hole) => {
    const body = `As of ${spelling}, these have dust:\n\n* hale\n* keck`
    expect(read(body)).toEqual({ date: '2027-01-04', intro: `As of ${hole}, these have dust:`, projects: ['hale', 'keck'] })
    const move = (date: string) => (goal: Goal) => void Object.assign((goal.current as [ProjectList])[0], { date })
    const [before, after] = sectionEdited(title, body, move('2028-11-03'))
    expect(before).toBe(`-As of ${spelling}, these have dust:`)
    expect(after).toBe(
      `+As of ${spelling
        .replace('2027', '2028')
        .replace(/January/, 'November')
        .replace(/Jan/, 'Nov')
        .replace('/01/04', '/11/03')
        .replace('-01-04', '-11-03')
        .replace(/4(th)?\b/, (_, th) => (th ? '3rd' : '3'))}, these have dust:`,
    )
  })

  it('need no hole in the usual form', () => {
    expect(read('On 4 Jan 2027 a look showed:\n\n* hale')).toEqual({
      date: '2027-01-04',
      intro: 'a look showed:',
      projects: ['hale'],
    })
  })

  it.each(['On 30 Feb 2027 a look showed:', 'In 2027 a look showed:', 'Since v2027-01-04 these have dust:', 'As of 4 Foo 2027:'])(
    'are not read from %j',
    (intro) => expect(read(`${intro}\n\n* hale`)).toEqual({ intro, projects: ['hale'] }),
  )

  it('are not read from an introduction that contains a hole', () => {
    const source = documentOf(title, '{{date}} 4 Jan 2027:\n\n* hale')
    const { goal } = readGoal(source)
    expect(goal.current).toEqual([{ intro: '{{date}} 4 Jan 2027:', projects: ['hale'] }])
    expect(updateDocument(source, goal)).toBe(source)
    expect(() => renderGoal(goal)).toThrow('The hole `{{date}}` has no value')
  })

  it('stay in the introduction if the projects are links', () => {
    expect(read('On 4 Jan 2027 these had dust:\n\n* `Hale <https://hale.example>`_')).toEqual({
      intro: 'On 4 Jan 2027 these had dust:',
      items: [{ text: 'Hale', url: 'https://hale.example' }],
    })
  })
})
