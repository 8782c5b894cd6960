/** Looks into HTML that `src/report-page/` made, without a browser: it is regular enough. */

const tag = /<(?:!doctype html|\/?[a-z][a-z0-9]*(?:\s+[a-z][a-z-]*(?:="[^"<>]*")?)*\s*\/?)>/gi

/** What stands outside of style and script. */
function outside(page: string): string {
  return page.replace(/(<(style|script)>)[\s\S]*?(<\/\2>)/g, '$1$3')
}

/** The elements, with the names of their attributes; throws where what is left is no text. */
export function tagsOf(page: string): string[] {
  const rest = outside(page).replace(tag, '')
  if (/[<>]/.test(rest)) throw new Error(`There is markup in the text: ${rest.match(/.{0,40}[<>].{0,40}/)![0]}`)
  return outside(page)
    .match(tag)!
    .map((one) => one.replace(/="[^"]*"/g, ''))
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The text, as a reader sees it. */
export function textOf(markup: string): string {
  return outside(markup)
    .replaceAll('<br>', ' ')
    .replace(tag, '')
    .replace(/&(\w+|#39);/g, (_, name: string) => characters[name]!)
    .trim()
}

/** The cells of a table, row by row. */
export function tableRows(page: string, id: string): string[][] {
  const table = new RegExp(`<table id="${id}"[\\s\\S]*?</table>`).exec(page)![0]
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<(t[hd])\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , cell]) => textOf(cell!)),
  )
}
