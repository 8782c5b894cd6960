/** The playground in a browser, as a test sees it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'

/** The example with which the page begins. */
export const firstPath = 'goals/2027.1/star-catalog.rst'

export interface Opened {
  page: Page
  /** What the browser said, and what it asked for besides the page itself. */
  said: string[]
}

export interface View {
  width?: number
  scheme?: 'light' | 'dark'
}

/** The playground at an address, with its first example. */
export async function openPlayground(
  browser: Browser,
  address: string,
  { width = 1440, scheme = 'light' }: View = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  page.on('request', (request) =>
    said.push(...(/^blob:/.test(request.url()) || request.url() === address ? [] : [request.url()])),
  )
  await page.goto(address)
  await settled(page, firstPath)
  return { page, said }
}

/** Writes the page into a folder, and returns its address. */
export function writePage(folder: string, html: string): string {
  const file = join(folder, 'index.html')
  writeFileSync(file, html)
  return `file://${file}`
}

/** Waits until the engine has answered for the document with this path. */
export async function settled(page: Page, path: string): Promise<void> {
  const isSettled = `document.getElementById('path').value === ${JSON.stringify(path)} && document.getElementById('says').ariaBusy === 'false'`
  // Not by `waitForFunction`: the content security policy of the page forbids what it does with a text.
  await page.evaluate(`new Promise((resolve) => {
    const look = () => ${isSettled} ? resolve() : setTimeout(look, 10)
    look()
  })`)
}

/** What an address of the playground may hold. */
export interface Asked {
  document: string
  path: string
  teams?: string
  configuration?: string
  tab?: string
}

export function fragmentOf(asked: Asked): string {
  return `#1${deflateRawSync(JSON.stringify(asked)).toString('base64url')}`
}

/** Asks by the address, as somebody does who was sent a link. */
export async function ask(page: Page, asked: Asked): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(fragmentOf(asked))}`)
  await settled(page, asked.path)
}

/** A finding, as the page and the command line both show it. */
export interface Shown {
  ruleId: string
  severity: string
  message: string
  line: number
  column: number
  offset: number
  endOffset: number
}

/** The findings in the page; what stands there as code is in these brackets: ⟦⟧. */
export function shownFindings(page: Page): Promise<Shown[]> {
  return page.evaluate<Shown[]>(`[...document.querySelectorAll('#panel-findings > ol > li')].map((item) => {
    const place = item.querySelector('.place')
    const message = item.querySelector('.message').cloneNode(true)
    for (const code of message.querySelectorAll('code')) code.replaceWith('⟦' + code.textContent + '⟧')
    const [line, column] = place.textContent.split(':').map(Number)
    return {
      ruleId: item.querySelector('summary').textContent,
      severity: item.querySelector('b').textContent,
      message: message.textContent,
      line,
      column,
      offset: Number(place.dataset.from),
      endOffset: Number(place.dataset.to),
    }
  })`)
}

/** Documents for a comparison, each with its path. */
export function documentsFrom(samples: readonly { source: string }[], count: number): { path: string; document: string }[] {
  // An editor ends lines in one way, and shows no NUL.
  const usable = samples.filter(({ source }) => !/[\r\0]/.test(source))
  const step = Math.max(1, Math.floor(usable.length / count))
  return usable
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map(({ source }, index) => ({ path: `goals/2027.1/document-${index}.rst`, document: source }))
}

/** A message in which what is in any number of backticks is in the brackets of `shownFindings`. */
function inBrackets(message: string): string {
  return message.replace(
    /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g,
    (_, __, code: string) => `⟦${code.includes('`') ? code.trim() : code}⟧`,
  )
}

/** The findings in a report of the command line in JSON, by the paths of the documents. */
export function reportedFindings(report: string): Map<string, Shown[]> {
  const { files } = JSON.parse(report) as { files: { path: string; diagnostics: Shown[] }[] }
  return new Map(
    files.map(({ path, diagnostics }) => [
      path,
      diagnostics.map(({ ruleId, severity, message, line, column, offset, endOffset }) => {
        return { ruleId, severity, message: inBrackets(message), line, column, offset, endOffset }
      }),
    ]),
  )
}
