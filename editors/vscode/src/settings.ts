/** The settings, which the manifest declares. The client reads `goaldoc.trace.server` itself. */
import { workspace } from 'vscode'

export interface Settings {
  /** The program to start; empty: the one of the project, or that of the `PATH`. */
  path: string
  /** Whether models and configurations in TypeScript may run in a trusted folder. */
  projectCode: boolean
  /** The files to check, as globs. */
  documents: string[]
}

export function readSettings(): Settings {
  const settings = workspace.getConfiguration('goaldoc')
  return {
    path: settings.get('path', ''),
    projectCode: settings.get('projectCode', true),
    documents: settings.get('documents', []),
  }
}
