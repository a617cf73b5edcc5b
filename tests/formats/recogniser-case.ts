/** An answer of a recogniser, and what it says. */
export interface Case {
  readonly shape: string;
  readonly data: unknown;
  /** Start, end, speaker, text. */
  readonly cues: readonly (readonly [number | null, number | null, string | null, string])[];
  readonly words?: readonly (readonly [string, number | null, number?])[];
  readonly language?: string;
  readonly timing?: string;
}
