/** The marker of an entry, as goals write it, for use in regular expressions. docutils knows more markers (`•`, `(a)`). */
export const entryMarker = String.raw`(?:[*+-]|#\.|\d+\.)`
