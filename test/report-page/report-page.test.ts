import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportPage } from '../../src/report-page/index.ts'
import { goalsWith } from './data.ts'
import { tableRows, tagsOf, textOf } from './html.ts'

const day = '2027-03-10'
const page = reportPage({ day, commit: '0123456', goals: goalsWith((name) => name) })

describe('the page', () => {
  test('allows only its own style and script, and names nothing in the network', () => {
    const hash = (element: string) => {
      const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page)![1]!
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    )
    expect(page).not.toMatch(/https?:|url\(|@import| src=| style=| on\w+=/)
    expect(page.match(/<(?:script|style)\b/g)).toEqual(['<style', '<script'])
  })

  test('says of each goal how far it has come', () => {
    expect(tableRows(page, 'goals')).toEqual([
      ['Goal', 'Release', 'State', 'Progress', 'Left to do', 'Unanswered', 'Last change'],
      ['One star catalog goals/2027/star-catalog.rst', '2027.1', 'current', '1 of 3 settled', '2', '1', '2027-03-09'],
      ['Quiet domes goals/completed/2026/quiet-domes.rst', '', 'over', '2 of 2 settled', '0', '0', '2026-03-01'],
      ['goals/1.rst goals/1.rst', '', 'current', 'no sections for teams', '', '', ''],
    ])
  })

  test('says of each team what it answers in each goal', () => {
    expect(tableRows(page, 'teams')).toEqual([
      ['Team', 'Left to do', 'One star catalog', 'Quiet domes'],
      ['Hubble', '1', 'planned', 'not-doing'],
      ['Kepler', '0', 'done', 'done'],
      ['Spitzer', '1', 'unanswered', '–not asked'],
      ['Webb', '1', 'no section', '–not asked'],
    ])
  })

  test('lists the teams without an answer', () => {
    expect(tableRows(page, 'silent')).toEqual([
      ['Team', 'Goal', 'State of the goal', 'Has a section', 'Since'],
      ['Spitzer', 'One star catalog', 'current', 'yes', '2027-02-01'],
      ['Webb', 'One star catalog', 'current', 'no', ''],
    ])
    expect(textOf(reportPage({ day, goals: goalsWith((name) => name).slice(1) }))).toContain('Every team has answered.')
  })

  test('shows the numbers of a burn-down beside its plot', () => {
    expect(tableRows(page, 'goal-goals-2027-star-catalog-numbers')).toEqual([
      ['Day', 'Teams', 'Left to do', 'unanswered', 'planned', 'done', 'Changed by'],
      ['2027-02-01', '3', '3', '3', '0', '0', 'Halley'],
      ['2027-03-01', '3', '3', '2', '1', '0', 'Halley'],
      ['2027-03-09', '3', '2', '1', '1', '1', 'the files now'],
    ])
    expect(page.match(/<desc [^>]*>([^<]*)/)![1]).toBe(
      'On 2027-02-01, 3 of 3 teams had something left to do; on 2027-03-09, 2 of 3.',
    )
    // From one day to the same day there is nothing to draw.
    expect(page.match(/<svg class="plot"/g)).toHaveLength(1)
  })

  test('every link leads to a place in it, and no two places have one name', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)
    expect(new Set(ids).size).toBe(ids.length)
    const wanted = [...page.matchAll(/ (?:href="#|aria-labelledby="|data-filter=")([^"]*)"/g)].flatMap(([, all]) =>
      all!.split(' '),
    )
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
    expect(wanted.length).toBeGreaterThan(10)
  })

  test('goals whose paths differ in punctuation alone have places of their own', () => {
    const [goal] = goalsWith((name) => name)
    const twins = ['goals/dome_clock.rst', 'goals/dome-clock.rst'].map((path) => ({
      ...goal!,
      status: { ...goal!.status, path },
    }))
    const headings = [...reportPage({ day, goals: twins }).matchAll(/<h2 id="(goal-[^"]*)"/g)].map(([, id]) => id)
    expect(headings).toEqual(['goal-goals-dome-clock', 'goal-goals-dome-clock-2'])
  })
})

describe('text from documents and git', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    '</style><b>',
    '&lt;b&gt;',
    '$&',
  ]

  test.each(hostile)('%s stays text', (text) => {
    const made = reportPage({ day, goals: goalsWith((name) => `${name}${text}`) })
    expect(tagsOf(made)).toEqual(tagsOf(reportPage({ day, goals: goalsWith((name) => name) })))
    expect(tableRows(made, 'teams')[1]![0]).toBe(`Hubble${text}`)
  })

  test('whatever it is: the elements of the page are the same', () => {
    const plain = tagsOf(reportPage({ day, goals: goalsWith((name) => name) }))
    const pieces = fc.oneof(
      fc.constantFrom(...hostile, '<', '>', '"', "'", '&', '\0', '--', '<!--', ']]>', '`', '\uD800'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (texts) => {
        const made = reportPage({ day, goals: goalsWith((name) => name + texts.join('')) })
        expect(tagsOf(made)).toEqual(plain)
      }),
    )
  })
})
