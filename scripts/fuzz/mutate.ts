/** Mutates texts: inserts words of the language and parts of other texts, and deletes, duplicates or moves parts. */

export type Random = () => number

export function oneOf<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!
}

/** Longer texts are cut; `npm run bench` tests slow inputs. */
const longest = 4000

/** The text after one to four random changes. */
export function mutated(text: string, others: readonly string[], words: readonly string[], random: Random): string {
  let made = text
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) made = changed(made, others, words, random)
  return made.slice(0, longest)
}

function changed(text: string, others: readonly string[], words: readonly string[], random: Random): string {
  const at = Math.floor(random() * (text.length + 1))
  const length = Math.floor(random() ** 3 * 40) + 1
  const lines = text.split('\n')
  const line = Math.floor(random() * lines.length)
  switch (Math.floor(random() * 9)) {
    case 0:
      return text.slice(0, at) + oneOf(words, random) + text.slice(at)
    case 1:
      return text.slice(0, at) + text.slice(at + length)
    case 2:
      return lines.toSpliced(line, 0, lines[line]!).join('\n')
    case 3:
      return lines.toSpliced(line, 1 + Math.floor(random() * 3)).join('\n')
    case 4:
      return lines.toSpliced(line, 0, oneOf(oneOf(others, random).split('\n'), random)).join('\n')
    case 5:
      return lines.with(line, oneOf([' ', '  ', '   ', '\t', '* ', '- ', '#. ', '.. '], random) + lines[line]).join('\n')
    case 6:
      return lines.with(line, lines[line]!.trimStart()).join('\n')
    case 7: {
      const other = Math.floor(random() * lines.length)
      return lines.with(line, lines[other]!).with(other, lines[line]!).join('\n')
    }
    default: {
      const other = oneOf(others, random)
      return text.slice(0, at) + other.slice(Math.floor(random() * other.length))
    }
  }
}

/** The shortest text found for which `isBroken` is still true, by deleting parts, large ones first. */
export async function reduced(text: string, isBroken: (text: string) => Promise<boolean>): Promise<string> {
  let shortest = text
  for (let size = Math.ceil(text.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < shortest.length; ) {
      const shorter = shortest.slice(0, at) + shortest.slice(at + size)
      if (shorter !== shortest && (await isBroken(shorter))) shortest = shorter
      else at += size
    }
  }
  return shortest
}
