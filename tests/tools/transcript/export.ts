/** `export FILE --to FORMAT [--out FILE] [--title TEXT] [--video ID]`: the transcript in another form, on standard output or in a file. */
import { writeFile } from 'node:fs/promises';
import { EXPORT_FORMATS, exportFormat } from '../../../lib/export/index';
import { isVideoId } from '../../../lib/transcript/units';
import { callerPath, print, readArguments } from './command';
import { loadTranscript } from './load';

export async function run(args: readonly string[]): Promise<number> {
  const { files, options } = readArguments(args);
  const format = exportFormat(options.get('to') ?? '');
  if (format === null) return fail('no-such-format', `Formats are ${EXPORT_FORMATS.map(({ id }) => id).join(', ')}.`);
  const loaded = await loadTranscript(files[0] ?? '');
  if ('code' in loaded) return fail(loaded.code, loaded.message);
  const video = options.get('video');
  const transcript = isVideoId(video) ? { ...loaded, videoId: video } : loaded;
  const written = format.write(transcript, { title: options.get('title') ?? null });
  if (written === null) return fail('no-times', 'The transcript has no times, and this form cannot be without.');
  const out = options.get('out');
  if (out === undefined) process.stdout.write(written);
  else await writeFile(callerPath(out), written);
  return 0;
}

function fail(code: string, message: string): number {
  print({ error: { code, message } });
  return 1;
}
