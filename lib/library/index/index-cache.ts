/** What a warm worker need not read again. Segments never change, so nothing in here can be out of date; losing it costs time only. */
export class IndexCache {
  readonly directories = new Map<number, readonly string[]>();
  private readonly blocks = new Map<string, Uint8Array>();
  private bytes = 0;

  constructor(private readonly mostBytes = 12 * 1_048_576) {}

  has(key: string): boolean {
    return this.blocks.has(key);
  }

  get(key: string): Uint8Array | undefined {
    const block = this.blocks.get(key);
    if (block) {
      this.blocks.delete(key);
      this.blocks.set(key, block);
    }
    return block;
  }

  put(key: string, block: Uint8Array): void {
    if (this.blocks.has(key)) return;
    this.blocks.set(key, block);
    this.bytes += block.length;
    for (const [oldest, old] of this.blocks) {
      if (this.bytes <= this.mostBytes) return;
      this.blocks.delete(oldest);
      this.bytes -= old.length;
    }
  }

  /** Directories of segments that are gone are of no use any more. */
  keepOnly(segments: ReadonlySet<number>): void {
    for (const id of this.directories.keys()) if (!segments.has(id)) this.directories.delete(id);
  }
}
