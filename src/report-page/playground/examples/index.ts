/** The example documents. */

/** Add one here, with a folder of the same name: `document.rst`, and optionally `projects.yaml` and `goaldoc.config.yaml`. */
export const exampleFolders = [
  { folder: 'teams', name: 'A goal with teams', path: 'goals/2027.1/star-catalog.rst' },
  { folder: 'checklist', name: 'A goal without mistakes', path: 'goals/2027.1/no-paper-charts.rst' },
  { folder: 'misread', name: 'Markup that only looks right', path: 'docs/night.rst' },
  { folder: 'tables', name: 'Broken tables', path: 'docs/telescopes.rst' },
] as const
