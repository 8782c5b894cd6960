/** Configurations and profiles in which one key is huge. */
import { profileJsonSchema } from '../../src/document/index.ts'
import { configJsonSchema, rules } from '../../src/lint/index.ts'
import { longestSettings } from '../../src/text/index.ts'
import { commandKind } from './commands.ts'
import type { Kind } from './kinds.ts'
import { hugeValues } from './schemas.ts'

const document = 'goals/selected/domes.rst'
/** What the options of rules are about. */
const examples = rules
  .filter((rule) => Object.keys(rule.options).length > 0)
  .flatMap((rule) => rule.wrong.map(({ text }) => text))
const files = { [document]: examples.join('\n'), 'reference/projects.yaml': 'Mars: {}\nPluto: {}\n' }

/** A value as a file; longer files are refused, so this is as long as they can be. */
function written(build: (size: number) => unknown, size: number): string {
  const most = Math.min(size, longestSettings)
  for (let room = most; room > most / 4; room -= most / 20) {
    const text = `${JSON.stringify(build(Math.floor(room)))}\n`
    if (text.length <= longestSettings) return text
  }
  return `${JSON.stringify(build(most))}\n`
}

const configurations = hugeValues(configJsonSchema(), 2).map(([path, build]) =>
  commandKind(`configuration ${path}`, {
    files: (size) => ({ ...files, 'goaldoc.config.json': written(build, size) }),
    args: ['lint', document],
  }),
)

const profiles = hugeValues(profileJsonSchema(), 2).map(([path, build]) =>
  commandKind(`profile ${path}`, {
    files: (size) => ({
      ...files,
      'goaldoc.config.yaml': 'profiles: templates\nprofile: own\n',
      'templates/own/profile.yaml': written((room) => ({ name: 'own', ...(build(room) as object) }), size),
    }),
    args: ['lint', document],
  }),
)

export const settingKinds: readonly Kind[] = [...configurations, ...profiles]
