/** The commands that repair a document and its model. */
import { editedSide } from '../repository/index.ts'
import type { InspectedDocument } from './conclusion.ts'
import { quoted } from './workspace.ts'

/** The commands that make a document and its model agree, if they differ. */
export function repairCommands({ subject, options, goal, result }: InspectedDocument): string[] {
  const { document, model, shown, shownModel } = subject
  if (!goal || !model) return []
  const lens = options.profile ? { profile: options.profile } : {}
  const { side, isGuess } = editedSide({ document, model }, result.source, goal, lens)
  const [pull, render] = [`goaldoc pull ${quoted(shown)}`, `goaldoc render ${quoted(shownModel!)}`]
  const force = `goaldoc render --force ${quoted(shownModel!)}`
  if (isGuess)
    return [`To keep what ${shown} says: ${pull}. To keep what ${shownModel} says: ${side === 'model' ? render : force}`]
  switch (side) {
    case 'document':
      return [`${shown} was edited. To take the edit into its model: ${pull}`]
    case 'model':
      return [`${shownModel} was edited. To write the edit into its document: ${render}`]
    case 'both':
      return [
        `${shown} and its model were both edited. To bring the edits together: goaldoc render --merge ${quoted(shownModel!)}`,
      ]
    case 'conflict':
      return [
        `${shown} and its model were edited in the same place. To see where: ${pull}. To keep what the model says: ${force}`,
      ]
  }
}
