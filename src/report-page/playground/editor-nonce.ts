/** The nonce of the styles that the editor adds. It need not be secret, because the page contains nothing from other sources. */
export const editorNonce = 'editor'
