import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportPage } from '../../src/report-page/index.ts'
import { hasChromium, startChromium } from './chromium.ts'
import { goalsWith } from './data.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(!hasChromium)('the page in Chromium (skipped without /usr/bin/chromium)', () => {
  let browser: Browser
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goaldoc-page-'))
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** The page at a width, and what the browser said and asked for. */
  async function open(width = 1440, colorScheme: 'light' | 'dark' = 'light', text = (name: string) => name) {
    const file = join(folder, 'index.html')
    writeFileSync(file, reportPage({ day: '2027-03-10', goals: goalsWith(text) }))
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      return dialog.dismiss()
    })
    page.on('request', (request) => said.push(...(request.url().startsWith('file:') ? [] : [request.url()])))
    await page.goto(`file://${file}`)
    return { page, said }
  }

  /** The first cells of the rows that are shown. */
  const names = (page: Page, table: string) => page.locator(`#${table} tbody tr:visible th`).allInnerTexts()

  test('sorts a table by the keyboard, and says so', async () => {
    const { page, said } = await open()
    const head = page.locator('#teams thead th').nth(1)
    await head.getByRole('button').focus()
    await page.keyboard.press('Enter')
    expect([await head.getAttribute('aria-sort'), await names(page, 'teams')]).toEqual([
      'ascending',
      ['Kepler', 'Hubble', 'Spitzer', 'Webb'],
    ])
    await page.keyboard.press('Space')
    expect([await head.getAttribute('aria-sort'), await names(page, 'teams')]).toEqual([
      'descending',
      ['Hubble', 'Spitzer', 'Webb', 'Kepler'],
    ])
    await page.locator('#teams thead th').first().getByRole('button').click()
    expect([await head.getAttribute('aria-sort'), await names(page, 'teams')]).toEqual([
      null,
      ['Hubble', 'Kepler', 'Spitzer', 'Webb'],
    ])
    expect(said).toEqual([])
  })

  test('leaves out of a table what nobody looks for, and says how much is left', async () => {
    const { page, said } = await open()
    const form = page.locator('form[data-filter="teams"]')
    await form.getByLabel('Team').fill('ke')
    expect([await names(page, 'teams'), await form.locator('output').innerText()]).toEqual([['Kepler'], '1 of 4 shown'])
    await form.getByLabel('Team').fill('')
    await form.getByLabel('Status').selectOption({ label: 'something left to do' })
    expect(await names(page, 'teams')).toEqual(['Hubble', 'Spitzer', 'Webb'])
    await page.locator('form[data-filter="goals"]').getByLabel('State').selectOption('over')
    expect(await names(page, 'goals')).toEqual(['Quiet domes\ngoals/completed/2026/quiet-domes.rst'])
    expect(said).toEqual([])
  })

  test('does nothing of what names of documents ask for', async () => {
    const { page, said } = await open(800, 'light', (name) => `${name}<img src=x onerror=alert(1)><script>alert(2)</script>`)
    await page.locator('#teams thead button').first().click()
    await page.locator('form[data-filter="teams"] input').fill('img')
    expect([said, await page.locator('img').count(), await page.locator('script').count()]).toEqual([[], 0, 1])
  })

  test.each([
    [360, 'light'],
    [360, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)('%i pixels, %s: fits, and axe finds nothing', async (width, scheme) => {
    const { page, said } = await open(width, scheme)
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    await page.evaluate(axe)
    const { violations, passes } = await page.evaluate<AxeResults>('axe.run(document)')
    expect(violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map((node) => node.html) }))).toEqual([])
    expect(passes.length).toBeGreaterThan(20)
    expect(said).toEqual([])
  })

  test('is complete on paper, and without its script', async () => {
    const { page } = await open()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('form.filter:visible').count()).toBe(0)
    const cut = "[...document.querySelectorAll('.scroll')].filter((one) => one.scrollHeight > one.clientHeight + 1).length"
    expect(await page.evaluate(cut)).toBe(0)
    const context = await browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(`file://${join(folder, 'index.html')}`)
    expect([await names(plain, 'teams'), await plain.locator('form:visible, button').count()]).toEqual([
      ['Hubble', 'Kepler', 'Spitzer', 'Webb'],
      0,
    ])
  })
})
