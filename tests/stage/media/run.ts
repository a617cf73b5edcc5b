import { spawn } from 'node:child_process';

/** Runs a program to its end and gives its standard output. Rejects with the end of its error output. */
export function run(command: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-2000);
    });
    child.on('error', (error) => reject(new Error(`${command} does not start: ${error.message}. ${installHint}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString());
      else reject(new Error(`${command} ended with ${code}: ${errors}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

const installHint = 'tests/tools/install-browsers.sh installs what the tests need.';
