/** The e2e builds, made when they are not there. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function ensureBuilt(): void {
  if (process.env.READALONG_OUTPUT || (existsSync('.output/chrome-mv3-e2e') && existsSync('.output/firefox-mv3-e2e')))
    return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build:e2e'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The extension could not be built.');
}

export function row(...cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

export function head(...cells: readonly string[]): void {
  row(...cells);
  row(...cells.map(() => '---'));
}
