/** Calls that can fail for reasons outside our code answer with a `Result`; errors cross borders as data. */
export interface Failure<Code extends string = string> {
  readonly code: Code;
  /** For logs and the diagnostics sheet; the words a reader sees are chosen by the view from `code`. */
  readonly detail?: string;
}

export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure<Code> };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function fail<Code extends string>(code: Code, detail?: string): Result<never, Code> {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
