/** Finds the elements of the page that playground/page.ts writes. */

export function elementById<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${kind.name} \`${id}\``)
  return found
}
