/** The command-line door to the core. Each command is a file in `transcript/` that exports `run`. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './transcript/command';

const COMMANDS = ['parse', 'export', 'find', 'align', 'locate', 'outline'];

const USAGE = `usage: npm run --silent transcript -- COMMAND …
  parse FILE… [--as SHAPE]       what each file holds, one JSON object a line
  export FILE --to FORMAT        md, srt, vtt, txt, json, csv, html, docx or epub; binary ones need --out FILE
  find FILE QUERY                where the words are
  align HUMAN TIMED              times for a person's text from a timed one
  locate NOTES TRANSCRIPT        where the items of a notes page are said
  outline TRANSCRIPT             chapters and topics`;

async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  if (!COMMANDS.includes(name)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const path = join(import.meta.dirname, 'transcript', `${name}.ts`);
  if (!existsSync(path)) {
    process.stderr.write(`“${name}” is not there yet.\n`);
    return 2;
  }
  const command = (await import(path)) as Command;
  return command.run(args);
}

process.exitCode = await main();
