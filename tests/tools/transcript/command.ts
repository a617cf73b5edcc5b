/** What every command of the command-line door is made of. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeBytes } from '../../../lib/formats/decode';
import { MAX_INPUT } from '../../../lib/formats/limits';
import type { Problem } from '../../../lib/formats/shape';

export interface Command {
  /** Gets the arguments after the command's name, answers the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Arguments that are no options, and options with their values: `--as srt` and `--as=srt`. */
export function readArguments(args: readonly string[]): {
  readonly files: readonly string[];
  readonly options: ReadonlyMap<string, string>;
} {
  const files: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--')) files.push(argument);
    else if (argument.includes('='))
      options.set(argument.slice(2, argument.indexOf('=')), argument.slice(argument.indexOf('=') + 1));
    else options.set(argument.slice(2), args[++index] ?? '');
  }
  return { files, options };
}

/** A path as the caller wrote it, from where the caller stands. */
export function callerPath(path: string): string {
  return resolve(process.env.TRANSCRIPT_CWD ?? process.cwd(), path);
}

export interface Failure {
  readonly code: string;
  readonly message: string;
}

export interface FileText {
  readonly text: string;
  /** What was guessed about its encoding, or damaged. */
  readonly problems: readonly Problem[];
}

/** The file's text with its encoding undone, or why there is none. */
export async function readText(path: string): Promise<FileText | Failure> {
  try {
    const file = callerPath(path);
    if ((await stat(file)).size > MAX_INPUT)
      return { code: 'input-too-large', message: 'The file is larger than 64 MB.' };
    const { text, encoding, problems } = decodeBytes(await readFile(file), TextDecoder);
    const [problem] = problems;
    if (encoding === null && problem) return { code: problem.code, message: problem.message };
    return { text, problems };
  } catch (error) {
    return { code: 'file-unreadable', message: error instanceof Error ? error.message : 'The file cannot be read.' };
  }
}

export function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
