/** Documents for the examples of rules: a small goal of an observatory, in which an example changes a section. */

const sections: Record<string, string> = {
  champions: 'Champion\n========\n\nVera Rubin (vrubin)\n',
  gerrit: 'Gerrit Topic\n============\n\nChanges carry the topic::\n\n  orbit-telescopes\n',
  criteria: 'Completion Criteria\n===================\n\n#. The mirror is polished.\n',
  references: 'References\n==========\n\n* https://example.org/plan\n',
  current: 'Current State / Anticipated Impact\n==================================\n\nNothing is polished.\n',
}

/** The goal with some sections replaced; a section of `undefined` is left out. The order is that of the profile `champion`, unless another
 * is given.
 */
export function goalWith(
  changes: Record<string, string | undefined> = {},
  order: readonly string[] = Object.keys(sections),
): string {
  const all = { ...sections, ...changes }
  const parts = [...new Set([...order, ...Object.keys(changes)])].flatMap((key) => all[key] ?? [])
  return `${['Telescopes in orbit\n*******************\n\nEvery team gets one.\n', ...parts].join('\n')}`
}

/** The section with the teams. */
export function teamsWith(...teams: string[]): string {
  return `Project Teams\n=============\n\n${teams.map((team) => `${team.trimEnd()}\n`).join('\n')}`
}

/** A team without an answer. */
export function emptyTeam(name: string): string {
  return `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\nCompletion Artifacts:\n`
}
