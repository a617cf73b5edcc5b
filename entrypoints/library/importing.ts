import { factLine, IMPORT_WORDS } from '@/components/import/words';
import type { ImportApi, ImportSource } from '@/components/library/api';
import { IMPORTING, TROUBLE } from '@/components/library/words';
import type { ImportPort, LibraryPort } from '@/lib/ports';
import { fail, ok, type Result } from '@/lib/protocol/result';
import { type ImportBytes, MOST_BYTES } from '@/lib/sidebar/imports';
import { mergeKept } from './merge-kept';
import { ownIdOf } from './own-id';

/** `library`: a video that is known keeps its own title, channel and chapters. */
export function createImporting(imports: ImportPort, library: Pick<LibraryPort, 'openEpisode'>): ImportApi {
  return {
    async read(source) {
      const file = await bytesOf(source);
      if (!file.ok) return file;
      const answer = await imports.preview(
        { videoId: await ownIdOf(file.value.bytes), duration: null },
        file.value,
        {},
      );
      if (!answer.ok) return fail(answer.error.code, TROUBLE[answer.error.code]);
      if (answer.value.state === 'refused') return fail(answer.value.code, answer.value.message);
      const { preview } = answer.value;
      const { shape, title, first } = preview;
      return ok({ name: shape.name, title, fact: factLine(preview), first: first.text });
    },
    async keep(source, video, title) {
      const file = await bytesOf(source);
      if (!file.ok) return file;
      const videoId = video ?? (await ownIdOf(file.value.bytes));
      const known = await library.openEpisode(videoId);
      const unknown = { videoId, title, channel: '', duration: null, chapters: [] };
      const meta = known.ok && known.value ? known.value.meta : unknown;
      const answer = await imports.keep(meta, file.value, {});
      if (!answer.ok) return fail(answer.error.code, TROUBLE[answer.error.code]);
      if (answer.value.state === 'refused') return fail(answer.value.code, answer.value.message);
      // Here nothing is shown that is not kept.
      const { where, trouble } = answer.value;
      if (where === 'library') return ok(null);
      return fail('not-kept', trouble === null ? IMPORTING.keepNothing : TROUBLE[trouble]);
    },
    merge: (videoId) => mergeKept({ imports, library }, videoId),
  };
}

type Bytes = ImportBytes & { readonly bytes: Uint8Array<ArrayBuffer> };

async function bytesOf(source: ImportSource): Promise<Result<Bytes, string>> {
  if (source.kind === 'text') return ok({ bytes: new TextEncoder().encode(source.text), fileName: null });
  const { file } = source;
  if (file.size > MOST_BYTES) return fail('too-large', IMPORT_WORDS.tooLarge);
  try {
    return ok({ bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name });
  } catch {
    return fail('unreadable', IMPORT_WORDS.unreadable);
  }
}
