/** The nonce of the styles that the editor makes. It is no secret: nothing in the page comes from somebody else. */
export const editorNonce = 'editor'
