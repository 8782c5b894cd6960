/** The elements of the page; playground/page.ts writes them. */

export function elementById<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} \`${id}\``)
  return found
}
