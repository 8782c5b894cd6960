/** A repository of a goal with a history: planned, finished, moved. */
import { type Folder, folder, projects, telescopes } from './run.ts'

export const document = 'goals/2027/one-star-catalog.rst'

/** Commits everything in the name of a person, on a day. */
export function commit(place: Folder, day: string, author = 'Halley'): void {
  place.git('add', '-A')
  process.env.GIT_COMMITTER_DATE = `${day}T12:00:00Z`
  try {
    place.git(
      'commit',
      '-qm',
      `On ${day}`,
      `--author=${author} <${author.toLowerCase()}@planets.example>`,
      `--date=${day}T12:00:00Z`,
    )
  } finally {
    delete process.env.GIT_COMMITTER_DATE
  }
}

export const finished = '* https://planets.example/kepler/merged'

/** hubble planned from the beginning; kepler done since May; the document moved in June, without its model. */
export function observatory(): Folder {
  const place = folder({
    'goals/proposed/one-star-catalog.rst': telescopes,
    'reference/projects.yaml': `${projects}spitzer:\n  deliverables: {}\n`,
  })
  place.git('init', '-q', '-b', 'main')
  commit(place, '2027-03-01')
  const done = telescopes.replace(/(kepler\n[\s\S]*Completion Artifacts:\n)/, `$1\n${finished}\n`)
  place.write('goals/proposed/one-star-catalog.rst', done)
  commit(place, '2027-05-02', 'Vera')
  place.git('rm', '-q', 'goals/proposed/one-star-catalog.rst')
  place.write(document, done)
  commit(place, '2027-06-03')
  return place
}
