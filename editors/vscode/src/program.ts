/** Which goaldoc is started, and what it may do. */
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

export interface Program {
  command: string
  args: readonly string[]
  env: Record<string, string>
}

export interface Place {
  /** The setting `goaldoc.path`. */
  path: string
  /** The setting `goaldoc.projectCode`. */
  projectCode: boolean
  /** The first folder of the workspace. */
  folder: string | undefined
  /** Whether the user trusts the workspace. */
  isTrusted: boolean
}

/** In a folder that is not trusted, nothing that it contains is run. */
export function programFor({ path, projectCode, folder, isTrusted }: Place): Program {
  const found = path === '' ? ownProgram(folder, isTrusted) : pathFrom(folder, path)
  const env: Record<string, string> = isTrusted && projectCode ? {} : { GOALDOC_NO_CODE: '1' }
  // The editor's own Node runs it, so that none has to be installed.
  if (/\.[cm]?js$/.test(found)) return { command: process.execPath, args: [found], env: { ...env, ELECTRON_RUN_AS_NODE: '1' } }
  return { command: found, args: [], env }
}

function ownProgram(folder: string | undefined, isTrusted: boolean): string {
  const own = folder !== undefined && isTrusted ? join(folder, 'node_modules/goaldoc/dist/bin.cjs') : undefined
  return own !== undefined && existsSync(own) ? own : 'goaldoc'
}

/** A path with a separator in it is one in the folder; a bare name is looked for in the `PATH`. */
function pathFrom(folder: string | undefined, path: string): string {
  return folder === undefined || isAbsolute(path) || !/[\\/]/.test(path) ? path : join(folder, path)
}
