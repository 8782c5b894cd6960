/** The state of a goal by its folder below `goals`; `undefined` if the folder is not named after a state. */
export function stateByFolder(path: string): 'proposed' | 'selected' | 'completed' | undefined {
  const folders = path.split('/').slice(0, -1)
  const stage = folders.includes('goals') ? folders[folders.lastIndexOf('goals') + 1] : undefined
  return stage === 'proposed' || stage === 'selected' || stage === 'completed' ? stage : undefined
}
