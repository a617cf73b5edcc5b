/** What the tests use of the reference parser, which has no types of its own. */
interface VttNode {
  /** `text`, `object` or `timestamp`; none at the root. */
  readonly type?: string;
  /** Of text: the words; of a voice: its name. */
  readonly value?: string;
  readonly children?: readonly VttNode[];
}

declare module 'webvtt-parser' {
  export class WebVTTParser {
    /** The parser's own six names are without their semicolons. */
    constructor(entities: Readonly<Record<string, string>>);
    parse(
      text: string,
      mode: 'subtitles',
    ): {
      readonly cues: readonly { readonly startTime: number; readonly endTime: number; readonly tree: VttNode }[];
      readonly errors: readonly { readonly message: string; readonly line: number }[];
    };
  }
}
