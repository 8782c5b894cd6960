import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPlayground } from '../../scripts/playground.ts'
import { folder } from '../cli/run.ts'
import { corpus, fixtures, foreign, whyNoCorpus } from '../conformance/samples.ts'
import { hasChromium, startChromium } from './chromium.ts'
import {
  ask,
  documentsFrom,
  firstPath,
  fragmentOf,
  openPlayground,
  reportedFindings,
  type Shown,
  settled,
  shownFindings,
  type View,
  writePage,
} from './playground-page.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const teams = 'Hubble:\n  deliverables: {}\nKepler:\n  deliverables: {}\n'

describe.skipIf(!hasChromium)('the playground in Chromium (skipped without /usr/bin/chromium)', () => {
  let browser: Browser
  let server: Server
  let place: string
  /** On a server, and on the disk. */
  let [address, file] = ['', '']

  beforeAll(async () => {
    const html = await buildPlayground()
    place = mkdtempSync(join(tmpdir(), 'goaldoc-playground-'))
    file = writePage(place, html)
    server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(place, { recursive: true, force: true })
  })

  const open = (view?: View) => openPlayground(browser, address, view)
  const summary = (page: Page) => page.locator('#summary').innerText()

  async function choose(page: Page, name: string) {
    await page.getByRole('tab', { name }).click()
    await settled(page, await page.locator('#path').inputValue())
  }

  /** How many findings the page shows for documents; they are those of the command line. */
  async function compare(documents: readonly { path: string; document: string }[]): Promise<number> {
    const { page, said } = await open()
    const shown = new Map<string, Shown[]>()
    for (const document of documents) {
      await ask(page, { ...document, teams })
      shown.set(document.path, await shownFindings(page))
    }
    const files = Object.fromEntries(documents.map(({ path, document }) => [path, document]))
    const own = folder({ ...files, 'projects.yaml': teams })
    const { out } = await own.goaldoc(['lint', '--all', '-f', 'json', '--teams', 'projects.yaml', ...Object.keys(files)])
    const reported = reportedFindings(out)
    const different = Object.keys(files).filter((path) => !isDeepStrictEqual(shown.get(path), reported.get(path)))
    expect(different.map((path) => ({ path, shown: shown.get(path), reported: reported.get(path) }))).toEqual([])
    expect([shown.size, said]).toEqual([documents.length, []])
    return [...shown.values()].flat().length
  }

  test('finds what the command line finds', async () => {
    expect(await compare(documentsFrom(fixtures(), 10))).toBeGreaterThan(10)
  })

  test.skipIf(whyNoCorpus() !== undefined)(
    'finds what the command line finds in real documents (skipped without the corpus)',
    async () => {
      const half = Number(process.env.GOALDOC_DOCUMENTS ?? 4) / 2
      const documents = [...documentsFrom(corpus(), half), ...documentsFrom(foreign(), half)]
      const found = await compare(documents.map((one, index) => ({ ...one, path: `goals/2027.1/document-${index}.rst` })))
      console.log(`${documents.length} documents with ${found} findings, those of the command line`)
      expect(found).toBeGreaterThan(documents.length)
    },
  )

  test('a finding leads to its place, and its fix can be applied there, all by the keyboard', async () => {
    const { page, said } = await open()
    expect(await summary(page)).toBe('3 errors, 1 warning, 1 info')
    await page.locator('#panel-findings .place').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Document in reStructuredText')
    expect(await page.evaluate('getSelection().toString()')).toBe('#. It reads its stars from the catalog.')
    await page.keyboard.press('F8')
    expect(await page.evaluate('getSelection().toString()')).toBe('Current State / Anticipated Impact')
    await page.getByRole('button', { name: 'Insert a blank line' }).press('Enter')
    await settled(page, firstPath)
    expect(await summary(page)).toBe('3 errors, 1 info')
    await page.keyboard.press('Control+z')
    await settled(page, firstPath)
    expect(await summary(page)).toBe('3 errors, 1 warning, 1 info')
    await page.getByRole('button', { name: 'Rename it to Kepler' }).press('Enter')
    await settled(page, firstPath)
    expect([await summary(page), said]).toEqual(['2 errors, 1 warning, 1 info', []])
  })

  test('the tabs follow the arrow keys, and the tab key leads through the page', async () => {
    const { page, said } = await open()
    await page.getByRole('tab', { name: 'Findings' }).focus()
    const seen: string[] = []
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
      await page.keyboard.press(key)
      seen.push(await page.evaluate('document.activeElement.textContent + document.querySelector(".panel:not([hidden])").id'))
    }
    expect(seen).toEqual([
      'Previewpanel-preview',
      'Treepanel-tree',
      'Fixedpanel-fixed',
      'Findingspanel-findings',
      'Fixedpanel-fixed',
      'Findingspanel-findings',
    ])
    // Out of the editor, too.
    await page.getByRole('textbox', { name: 'Document in reStructuredText' }).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.id')).toBe('tab-findings')
    expect(said).toEqual([])
  })

  test('writes a changed model to the document, and reads it again', async () => {
    const { page, said } = await open()
    await choose(page, 'Model')
    const model = page.getByRole('textbox', { name: 'Model' })
    await model.press('Control+Home')
    await page.keyboard.type('# ours\n')
    await page.getByRole('button', { name: 'Read the document again' }).click()
    await settled(page, firstPath)
    await model.press('Control+Home')
    expect(await model.innerText()).toMatch(/^---\nprofile: team-artifacts\n/)
    for (const key of ['ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key)
    await page.keyboard.type(' and one sky')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Wrote the model to the document').waitFor()
    expect((await page.locator('#document .cm-line').allInnerTexts()).slice(0, 3)).toEqual([
      '=============================================',
      'One star catalog for all services and one sky',
      '=============================================',
    ])
    await model.press('Control+Home')
    await page.keyboard.type('tilte: x\n')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Not written: /).waitFor()
    expect(said).toEqual([])
  })

  test('shows the fixes as a comparison, and takes them over', async () => {
    const { page, said } = await open()
    await choose(page, 'Fixed')
    expect(await page.locator('.cm-deletedChunk').allInnerTexts()).toEqual(['', '-----'])
    expect(await page.locator('.cm-collapsedLines').count()).toBeGreaterThan(0)
    await page.getByLabel('Unsafe fixes too').check()
    await settled(page, firstPath)
    await page.getByRole('button', { name: 'Use it as the document' }).click()
    await settled(page, firstPath)
    expect([await summary(page), said]).toEqual(['1 error', []])
  })

  test('mistakes in the boxes stand below them', async () => {
    const { page, said } = await open()
    await page.getByRole('textbox', { name: 'Teams' }).fill('Hubble: [')
    await page.getByRole('textbox', { name: 'Configuration' }).fill('rules:\n  style/tabs: error\n')
    await page.locator('#configuration-problems li').waitFor()
    const problems = (name: string) => page.locator(`#${name}-problems li`).allInnerTexts()
    expect(await problems('configuration')).toEqual(['Line 2: Unknown rule `style/tabs`; use `style/tab`'])
    expect(await problems('teams')).toHaveLength(1)
    expect(said).toEqual([])
  })

  test('an address brings everything back, and one that is damaged brings the first example', async () => {
    const { page } = await open()
    const asked = {
      path: 'docs/dome.rst',
      document: 'Dome\n====\n\n*open\n',
      configuration: 'docutils: "0.19"\n',
      teams,
      tab: 'tree',
    }
    await ask(page, asked)
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await page.locator('#said:not(:empty)').waitFor()
    const second = await openPlayground(browser, address)
    await second.page.evaluate(`location.hash = ${JSON.stringify(new URL(page.url()).hash)}`)
    await settled(second.page, 'docs/dome.rst')
    expect([
      await summary(second.page),
      await second.page.locator('#teams').inputValue(),
      await second.page.locator('#configuration').inputValue(),
      (await second.page.locator('#panel-tree').innerText()).split('\n')[0],
    ]).toEqual(['1 error', teams, asked.configuration, '<document source="docs/dome.rst">'])
    // The page writes its state there, too: perhaps just before it hears of a new one.
    const [next, old] = ['next.rst', 'old.rst'].map((path) => JSON.stringify(fragmentOf({ path, document: '' })))
    await second.page.evaluate(`location.hash = ${next}; history.replaceState(null, '', ${old})`)
    await settled(second.page, 'next.rst')
    await second.page.evaluate('location.hash = "#1broken"')
    await settled(second.page, firstPath)
    expect(second.said).toEqual([])
  })

  test('does nothing of what a document asks for', async () => {
    const { page, said } = await open()
    const hostile = [
      'T <img src=x onerror=alert(1)>',
      '===============================',
      '',
      '.. image:: https://observatory.example/dome.png',
      '',
      '.. raw:: html',
      '',
      '   <script>alert(2)</script>',
      '',
      '`a <javascript:alert(3)>`_ `b" onclick="alert(4) <https://observatory.example/">`_',
      '',
    ].join('\n')
    page.on('dialog', (dialog) => {
      said.push(dialog.message())
      return dialog.dismiss()
    })
    for (const tab of ['findings', 'preview', 'tree', 'model', 'fixed']) {
      await ask(page, { path: `docs/${tab}.rst`, document: hostile, tab })
      for (const link of await page.locator('.preview a').all()) expect(await link.getAttribute('href')).toMatch(/^https:/)
    }
    expect([await page.locator('img, [onclick], [onerror]').count(), said]).toEqual([0, []])
  })

  test('works from the disk without any network', async () => {
    const { page, said } = await openPlayground(browser, file)
    await page.context().setOffline(true)
    await page.locator('#example').selectOption({ label: 'Broken tables' })
    await settled(page, 'docs/telescopes.rst')
    expect(await summary(page)).toMatch(/error/)
    expect(said).toEqual([])
  })

  // Each width and each scheme once.
  test.each([
    [360, 'light'],
    [1440, 'dark'],
  ] as const)('%i pixels, %s: fits, and axe finds nothing', async (width, scheme) => {
    const { page, said } = await open({ width, scheme })
    await page.evaluate(axe)
    for (const name of ['Findings', 'Preview', 'Tree', 'Model', 'Fixed']) {
      await choose(page, name)
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
      const { violations } = await page.evaluate<AxeResults>('axe.run(document)')
      expect(violations.map(({ id, impact, nodes }) => ({ name, id, impact, html: nodes.map((node) => node.html) }))).toEqual([])
    }
    expect(said).toEqual([])
  })
})
