/** The state of the page in the fragment of its address: compressed, and never sent to a server. */
import type { Question } from '../../playground/question.ts'

/** The first letter of the fragment is the version of its format. */
const version = '1'

export async function fragmentOf(question: Question): Promise<string> {
  const bytes = await through(new TextEncoder().encode(JSON.stringify(question)), new CompressionStream('deflate-raw'))
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return `#${version}${btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

/** The state in a fragment; `undefined` if there is none, or if it is damaged. */
export async function questionIn(fragment: string): Promise<Partial<Question> | undefined> {
  if (!fragment.startsWith(`#${version}`)) return undefined
  try {
    const text = atob(fragment.slice(2).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = await through(
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
      new DecompressionStream('deflate-raw'),
    )
    return strings(JSON.parse(new TextDecoder().decode(bytes)) as Record<keyof Question, unknown>)
  } catch {
    return undefined
  }
}

/** Only the known keys with strings, because anyone can write an address. */
function strings(value: Record<keyof Question, unknown>): Partial<Question> {
  const names = ['document', 'path', 'teams', 'configuration', 'tab', 'model'] as const
  const known = names.flatMap((name) => (typeof value[name] === 'string' ? [[name, value[name]]] : []))
  return { ...(Object.fromEntries(known) as Partial<Question>), unsafe: value.unsafe === true }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer())
}
