/** Repositories in which document and model agree, and edits of what is in them. */
import { expect } from 'vitest'
import { type Folder, folder, telescopes } from './run.ts'

/** Commits all that is in the folder. */
export function commit(place: Folder, subject: string): void {
  place.git('add', '-A')
  place.git('commit', '-q', '-m', subject)
}

/** A repository with a document and the model made from it. */
export async function committed(document = telescopes, change: (model: string) => string = (model) => model): Promise<Folder> {
  const place = folder({ 'goals/telescopes.rst': document })
  await place.goaldoc(['import', 'goals/telescopes.rst'])
  place.write('goals/telescopes.yaml', change(place.read('goals/telescopes.yaml')))
  place.git('init', '-q')
  commit(place, 'goals: telescopes')
  return place
}

/** A repository with the model `goals/orbit.yaml` and the document made from it. */
export async function rendered(model: string): Promise<Folder> {
  const place = folder({ 'goals/orbit.yaml': model })
  await place.goaldoc(['render'])
  place.git('init', '-q')
  commit(place, 'goals: orbit')
  return place
}

/** Replaces a text of a file, which must hold it. */
export function edit(place: Folder, name: string, from: string, to: string): void {
  const text = place.read(name)
  expect(text).toContain(from)
  place.write(name, text.replace(from, to))
}
