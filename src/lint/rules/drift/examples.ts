/** A goal, and the document with the same content. */
import type { Goal } from '../../../goal/index.ts'
import { goalOfTeams, team } from '../team/examples.ts'

const answer = (...completion: string[]) =>
  `Planning Artifacts:\n\nCompletion Artifacts:\n${completion.length ? `\n${completion.map((url) => `* ${url}\n`).join('')}` : ''}`

/** A document with these teams and their completion artifacts. */
export function documentOf(teams: Record<string, readonly string[]>): string {
  return goalOfTeams(...Object.entries(teams).map(([name, urls]) => team(name, answer(...urls))))
}

/** The model of that document. It contains only the teams. */
export function modelOf(teams: Record<string, readonly string[]>): Goal {
  return {
    title: 'Telescopes in orbit',
    teams: Object.entries(teams).map(([name, completion]) => ({ name, planning: [], completion: [...completion] })),
  } as Goal
}

export const plan = 'https://example.org/plan'
export const mirror = 'https://example.org/mirror'
