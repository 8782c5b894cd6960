/** A text that stands in the page as it is, and its hash for the content security policy. */
interface Asset {
  text: string
  hash: string
}

export declare const pageStyle: Asset
export declare const pageScript: Asset
