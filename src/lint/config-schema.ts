/** The configuration: one schema, from which its types, the JSON Schema and the table of keys in the documentation are made. Configurations
 * are checked against the JSON Schema (./check-config.ts), because loading zod would take a tenth of a cold start.
 */
import { z } from 'zod'
import { docutilsVersions, newestDocutils } from '../rst/index.ts'
import { severities } from './diagnostic.ts'
import { families, type OptionSchema, type Rule } from './rule.ts'
import { rules } from './rules/index.ts'

const text = (description: string) => z.string().optional().meta({ description })
const texts = (description: string) => z.array(z.string()).optional().meta({ description })
const textMap = (description: string) => z.record(z.string(), z.string()).optional().meta({ description })

const level = z.enum(['off', 'on', ...severities]).meta({
  id: 'level',
  description: 'How much a finding counts; `on` is the severity of the rule itself',
})
export type RuleLevel = z.infer<typeof level>

/** `on` is the rule's default severity. An object has the rule's options beside its severity. */
export type RuleSetting = RuleLevel | { severity?: RuleLevel; [option: string]: unknown }

function optionSchema({ type, values, minimum, description, default: usual }: OptionSchema): z.ZodType {
  const word = values ? z.enum([...values]) : z.string()
  const made = {
    boolean: () => z.boolean(),
    integer: () => (minimum === undefined ? z.int() : z.int().min(minimum)),
    string: () => word,
    strings: () => z.array(word),
    map: () => z.record(z.string(), z.string()),
  }
  return made[type]().optional().meta({ description, default: usual })
}

function settingSchema(rule?: Rule): z.ZodType<RuleSetting | undefined> {
  const options = Object.entries(rule?.options ?? {}).map(([name, option]) => [name, optionSchema(option)] as const)
  const setting = z.union([level, z.strictObject({ severity: level.optional(), ...Object.fromEntries(options) })]).optional()
  return rule ? setting.meta({ description: rule.what }) : setting
}

const ruleSettings = z
  .strictObject({
    ...Object.fromEntries(Object.keys(families).map((family) => [`${family}/*`, settingSchema()])),
    ...Object.fromEntries(rules.map((rule) => [rule.name, settingSchema(rule)])),
  })
  .meta({ id: 'rules' }) as z.ZodType<Record<string, RuleSetting>>

const roster = z
  .strictObject({
    file: text('The `projects.yaml`, relative to the configuration. Default: `reference/projects.yaml` of the repository'),
    asOf: text('The day (`2017-01-24`), release or git revision whose list counts'),
    aliases: textMap('Other names under which teams stand in documents, and their official ones'),
    renamed: textMap('Old names of teams, and their new ones'),
    retired: texts('Teams that no longer exist'),
    exempt: z
      .array(
        z.strictObject({
          team: z.string().meta({ description: 'The team' }),
          reason: z.string().meta({ description: 'Why' }),
        }),
      )
      .optional()
      .meta({ description: 'Teams that the `team/` rules leave alone' }),
  })
  .meta({ description: 'The official list of teams' })
export type RosterConfig = z.infer<typeof roster>

/** The settings that an override can change. */
const pathKeys = {
  docutils: z
    .enum(docutilsVersions)
    .optional()
    .meta({ description: `The version of docutils that the documents are built with. Default: the newest, ${newestDocutils}` }),
  profile: text(
    'The profile of the documents: `team-artifacts`, `champion`, `checklist`, one of your own, or the path of a template document (`.rst`)',
  ),
  known: z
    .strictObject({
      directives: texts('Directives'),
      roles: texts('Roles'),
      projects: texts('Projects, for `team/project-name`'),
      substitutions: texts('Substitutions that documents use and do not define'),
      targets: texts('Targets that documents link to and do not define'),
    })
    .optional()
    .meta({ description: 'Names that are known besides those of docutils, Sphinx and the roster' }),
  roster: z
    .union([z.string(), roster])
    .optional()
    .meta({ description: 'The official list of teams: its file, or more about it' }),
  rules: ruleSettings.optional().meta({ description: 'Severities and options of rules' }),
}

const pathConfig = z.strictObject(pathKeys)
export type PathConfig = z.infer<typeof pathConfig>

const configSchema = z
  .strictObject({
    $schema: text('The schema of this file, for editors'),
    extends: z
      .union([z.string(), z.array(z.string())])
      .optional()
      .meta({ description: 'The configuration to start from, or several, of which the last one wins; relative to this one' }),
    ignores: texts('Files to ignore, written as in a `.gitignore`'),
    profiles: text('The folder of your own profiles'),
    baseline: text('The file of known findings that are not reported'),
    ...pathKeys,
    suppressions: z
      .strictObject({
        reason: z.boolean().optional().meta({ description: 'Whether each suppression needs a reason after `--`' }),
      })
      .optional()
      .meta({ description: 'Comments that silence rules' }),
    overrides: z
      .array(
        z.strictObject({
          files: z.array(z.string()).meta({ description: 'Globs, relative to the configuration' }),
          ...pathKeys,
        }),
      )
      .optional()
      .meta({ description: 'Settings for some paths; a later entry wins' }),
  })
  .meta({ title: 'Configuration of goaldoc', description: 'Configuration of goaldoc' })
export type Config = z.infer<typeof configSchema>

/** The JSON Schema of a configuration (draft 2020-12), which is published and which configurations are checked against. */
export function configJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(configSchema, { io: 'input' })
}
