/** What the isolated half can ask of the half in the page's world. Plain JSON both ways. */
export type BridgeCommand =
  /** The player's answer, and the one written into the page at first load. */
  | { readonly do: 'responses' }
  /** The parts of the `next` answer that hold chapters. */
  | { readonly do: 'next' }
  /** Addresses of the caption tracks as the player holds them now, tokens included. */
  | { readonly do: 'addresses' }
  | { readonly do: 'clock' }
  /** Seconds, in the player's own time. */
  | { readonly do: 'seek'; readonly to: number }
  | { readonly do: 'toggle-captions' }
  /** Client name and version, interface language and country. */
  | { readonly do: 'client' };
