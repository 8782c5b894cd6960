/** The files around the examples of this family. */
export const project: Record<string, string> = {
  'conf.py': "project = 'Observatory'\n",
  'index.rst': 'Observatory\n===========\n\n.. toctree::\n\n   orbit/telescopes\n   domes\n',
  'domes.rst': '.. _domes:\n\nDomes\n=====\n\nThey turn.\n\n.. glossary::\n\n   slit\n      The opening of a dome.\n',
}

export const path = 'orbit/telescopes.rst'
