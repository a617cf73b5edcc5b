/** The `params` of a transcript panel request: base64 of a protobuf message, field 149 { 1: video id, 3: 1 or 2 }. */

export interface PanelParams {
  readonly videoId: string;
  /** 1: the combined panel of a video with chapters. 2: the panel on its own. */
  readonly variant: number;
}

export function encodePanelParams({ videoId, variant }: PanelParams): string {
  const id = Buffer.from(videoId, 'latin1');
  const inner = Buffer.concat([Buffer.from([0x0a, id.length]), id, Buffer.from([0x18, variant])]);
  return Buffer.concat([Buffer.from([0xaa, 0x09, inner.length]), inner]).toString('base64');
}

/** Null for anything that is not exactly such a message. */
export function decodePanelParams(params: unknown): PanelParams | null {
  if (typeof params !== 'string') return null;
  const bytes = Buffer.from(decodeSafely(params), 'base64');
  if (bytes[0] !== 0xaa || bytes[1] !== 0x09 || bytes[2] !== bytes.length - 3) return null;
  if (bytes[3] !== 0x0a || bytes[4] !== 11 || bytes.length !== 18 || bytes[16] !== 0x18) return null;
  const variant = bytes[17] ?? 0;
  if (variant !== 1 && variant !== 2) return null;
  return { videoId: bytes.subarray(5, 16).toString('latin1'), variant };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
