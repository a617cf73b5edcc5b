import { factLine, IMPORT_WORDS } from '@/components/import/words';
import type { ImportApi, ImportSource } from '@/components/library/api';
import { TROUBLE } from '@/components/library/words';
import type { ImportPort, LibraryPort } from '@/lib/ports';
import { fail, ok, type Result } from '@/lib/protocol/result';
import { type ImportBytes, MOST_BYTES } from '@/lib/sidebar/imports';

/** `library`: a video that is known keeps its own title, channel and chapters. */
export function createImporting(imports: ImportPort, library: Pick<LibraryPort, 'openEpisode'>): ImportApi {
  return {
    async read(source, videoId) {
      const file = await bytesOf(source);
      if (!file.ok) return file;
      const answer = await imports.preview({ videoId, duration: null }, file.value, {});
      if (!answer.ok) return fail(answer.error.code, TROUBLE[answer.error.code]);
      if (answer.value.state === 'refused') return fail(answer.value.code, answer.value.message);
      const { preview } = answer.value;
      return ok({ name: preview.shape.name, fact: factLine(preview), first: preview.first.text });
    },
    async keep(source, videoId, title) {
      const file = await bytesOf(source);
      if (!file.ok) return file;
      const known = await library.openEpisode(videoId);
      const unknown = { videoId, title, channel: '', duration: null, chapters: [] };
      const meta = known.ok && known.value ? known.value.meta : unknown;
      const answer = await imports.keep(meta, file.value, {});
      if (!answer.ok) return fail(answer.error.code, TROUBLE[answer.error.code]);
      if (answer.value.state === 'refused') return fail(answer.value.code, answer.value.message);
      // Here nothing is shown that is not kept.
      return answer.value.where === 'library' ? ok(null) : fail('not-kept', TROUBLE[answer.value.trouble ?? 'refused']);
    },
  };
}

async function bytesOf(source: ImportSource): Promise<Result<ImportBytes, string>> {
  if (source.kind === 'text') return ok({ bytes: new TextEncoder().encode(source.text), fileName: null });
  const { file } = source;
  if (file.size > MOST_BYTES) return fail('too-large', IMPORT_WORDS.tooLarge);
  try {
    return ok({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
  } catch {
    return fail('unreadable', IMPORT_WORDS.unreadable);
  }
}
