/** Takes an edit of the reStructuredText that Markdown was written as back into the Markdown. */
import { markdownToRst } from './index.ts'

/** How much text on each side of an edit tells its place at the most. */
const mostAround = 80

/** The Markdown with the edit that leads from `said`, its reStructuredText, to `wanted`. `undefined` if its place is not certain, or if the
 * result is not written as `wanted`, because the edit has marks that the two languages write differently.
 */
export function editedMarkdown(markdown: string, said: string, wanted: string): string | undefined {
  const isWrittenAs = (text: string, rst: string) => {
    const { rst: written, problems } = markdownToRst(text)
    return problems.length === 0 && written.trimEnd() === rst.trimEnd()
  }
  if (!isWrittenAs(markdown, said)) return undefined
  const [start, tail] = sharedEnds(said, wanted)
  const [end, wantedEnd] = [said.length - tail, wanted.length - tail]
  // As much of the text around the edit as is the same in Markdown tells the place.
  let [from, to] = [start, end]
  const isThere = (left: number, right: number) => markdown.includes(said.slice(left, right))
  while (from > Math.max(0, start - mostAround) && isThere(from - 1, to)) from--
  while (to < Math.min(said.length, end + mostAround) && isThere(from, to + 1)) to++
  const old = said.slice(from, to)
  const at = old === '' ? -1 : markdown.indexOf(old)
  if (at < 0 || markdown.includes(old, at + 1)) return undefined
  const edited =
    markdown.slice(0, at) +
    said.slice(from, start) +
    wanted.slice(start, wantedEnd) +
    said.slice(end, to) +
    markdown.slice(at + old.length)
  return isWrittenAs(edited, wanted) ? edited : undefined
}

/** How many characters two texts have in common at their start, and then at their end. */
function sharedEnds(a: string, b: string): [number, number] {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let tail = 0
  while (tail < shorter - start && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [start, tail]
}
