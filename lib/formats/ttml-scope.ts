/** Elements of TTML that are open, and what those inside take from them. */
/** An element that is open. */
export interface Scope {
  readonly name: string;
  /** Milliseconds; null where neither it nor anything around it says. */
  readonly begin: number | null;
  readonly end: number | null;
  /** Its own `begin` was given, so words inside start there. */
  readonly isTimed: boolean;
  /** `timeContainer="seq"`: children follow each other. */
  readonly isSequence: boolean;
  /** In a sequence: where the next child begins. */
  reached: number | null;
  readonly keepsSpace: boolean;
  readonly agent: string | null;
  /** Of a container inside the document; null where only the document says it. */
  readonly language: string | null;
  /** Base, reading and brackets of ruby. */
  readonly ruby: string | null;
}

/** The scope of an element without attributes. */
export function inherit(name: string, begin: number | null, parent: Scope | undefined): Scope {
  return {
    name,
    begin,
    end: parent?.end ?? null,
    isTimed: false,
    isSequence: false,
    reached: null,
    keepsSpace: parent?.keepsSpace ?? false,
    agent: parent?.agent ?? null,
    language: parent?.language ?? null,
    ruby: null,
  };
}

/** Nested deeper than this no element is looked for: closing tags that match nothing would make hostile files quadratic. */
const DEEPEST_LOOK = 64;

/** Whether an element of that name is open, not too far out. */
export function isOpen(scopes: readonly Scope[], name: string): boolean {
  for (let at = scopes.length - 1; at >= Math.max(0, scopes.length - DEEPEST_LOOK); at--)
    if (scopes[at]?.name === name) return true;
  return false;
}
