/** Lines of a file as they come, whatever its size: a backup of ten thousand episodes does not fit into one string. */

/** gzip's first two bytes. */
const GZIP = [0x1f, 0x8b] as const;
/** A transcript of a hundred hours is some 20 MB as base64. What is longer is no line of ours. */
const LONGEST_LINE = 200_000_000;

/** Each line without its end; empty ones are left out. Rejects when a compressed file is damaged. */
export async function* linesOf(file: Blob): AsyncGenerator<string> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = head[0] === GZIP[0] && head[1] === GZIP[1];
  const bytes = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const pieces = (rest + (value ?? '')).split('\n');
      rest = done ? '' : (pieces.pop() ?? '');
      if (rest.length > LONGEST_LINE) throw new RangeError('a line without an end');
      for (const piece of pieces) if (piece.trim() !== '') yield piece;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Puts text together into one compressed file, a piece at a time. */
export class GzipFile {
  private readonly writer: WritableStreamDefaultWriter<BufferSource>;
  private readonly whole: Promise<Blob>;
  private readonly encoder = new TextEncoder();

  constructor() {
    const stream = new CompressionStream('gzip');
    this.writer = stream.writable.getWriter();
    // The browser keeps a response's blob on disk when it is large.
    this.whole = new Response(stream.readable).blob();
  }

  async write(text: string): Promise<void> {
    await this.writer.ready;
    await this.writer.write(this.encoder.encode(text));
  }

  async finish(): Promise<Blob> {
    await this.writer.close();
    return this.whole;
  }
}
