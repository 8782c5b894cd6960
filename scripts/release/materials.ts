/** What others wrote in a release: as a bill of materials, and as a notice with their licences. Both are made by CycloneDX's own tool. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fromNpm } from '../executable/from-npm.ts'
import { run } from '../executable/run.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface License {
  license?: { id?: string; name?: string; text?: { content: string; encoding?: string } }
  expression?: string
}

interface Component {
  group?: string
  name: string
  version: string
  licenses?: License[]
  evidence?: { licenses?: License[] }
}

export interface Materials {
  components: Component[]
}

/** Licences that this project can be distributed with. Another one needs a look by a person. */
const accepted = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense']

/** Writes the bill of materials, which the tool checks against the schema, and returns it. */
export function billOfMaterials(file: string): Materials {
  const tool = join(fromNpm('@cyclonedx/cyclonedx-npm', '6'), 'bin/cyclonedx-npm-cli.js')
  const flags = ['--omit', 'dev', '--flatten-components', '--gather-license-texts', '--output-reproducible', '--validate']
  run(process.execPath, [tool, ...flags, '--output-file', file], { cwd: root })
  return JSON.parse(readFileSync(file, 'utf8')) as Materials
}

/** The notice: each package with its licence, and each text once, with the packages that have it. */
export function noticeOf({ components }: Materials, licenseOfNode: string): string {
  const texts = new Map<string, string[]>()
  for (const component of components) {
    const name = `${component.group ? `${component.group}/` : ''}${component.name} ${component.version}`
    const ids = (component.licenses ?? []).map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
    if (ids.length === 0 || !ids.every((id) => accepted.includes(id)))
      throw new Error(
        `Cannot distribute ${name}: its licence is ${ids.join(', ') || 'not known'}. Look at it, and add it to the list if it may be.`,
      )
    const text = (component.evidence?.licenses ?? []).map(({ license }) => textOf(license?.text)).join('\n')
    const title = `${name} (${ids.join(', ')})`
    texts.set(text, [...(texts.get(text) ?? []), title])
  }
  const line = '-'.repeat(80)
  const sections = [...texts].map(
    ([text, names]) => `${line}\n${names.sort().join('\n')}\n\n${text.trim() || 'The package has no text of its licence.'}\n`,
  )
  return `goaldoc contains the software of others, under these licences.\n\n${sections.sort().join('\n')}\n${line}\nNode.js, in the executable\n\n${licenseOfNode}`
}

function textOf(text: { content: string; encoding?: string } | undefined): string {
  if (!text) return ''
  return text.encoding === 'base64' ? Buffer.from(text.content, 'base64').toString('utf8') : text.content
}
