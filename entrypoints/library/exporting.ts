import type { ExportApi } from '@/components/library/api';
import { EXPORT_FORMATS, exportFormat, fileName } from '@/lib/export';
import { saveFile } from '@/lib/platform/files/save-file';
import { zipBinary } from '@/lib/platform/files/zip-files';
import type { LibraryPort, StoredEpisode } from '@/lib/ports';
import { fail, ok } from '@/lib/protocol/result';
import type { Transcript } from '@/lib/transcript/types';

interface Written {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export function createExporting(library: Pick<LibraryPort, 'openEpisode'>): ExportApi {
  return {
    formats: EXPORT_FORMATS.map(({ id, name }) => ({ id, name })),
    async save(videoIds, id) {
      const format = exportFormat(id);
      if (!format) return fail('refused', 'No such form.');
      const files: Written[] = [];
      let missing = 0;
      for (const videoId of videoIds) {
        const opened = await library.openEpisode(videoId);
        const written = opened.ok && opened.value ? write(opened.value, format) : null;
        if (written) files.push(written);
        else missing++;
      }
      const [first] = files;
      if (!first) return fail('refused', 'These transcripts have no times, which this form needs.');
      if (videoIds.length === 1) saveFile(new Blob([first.content], { type: format.mediaType }), first.name);
      else saveFile(zipBinary(files), `readalong-${files.length}-transcripts.zip`);
      return missing === 0
        ? ok(null)
        : fail('refused', `${missing} of ${videoIds.length} could not be written in this form.`);
    },
  };
}

function write(episode: StoredEpisode, format: (typeof EXPORT_FORMATS)[number]): Written | null {
  const { meta } = episode;
  const transcript = shownOf(episode);
  if (!transcript) return null;
  const content = format.write(transcript, { title: meta.title, channel: meta.channel });
  if (content === null) return null;
  const { language, videoId } = transcript;
  return {
    name: fileName({ title: meta.title, videoId, content: 'transcript', language, extension: format.id }),
    content,
  };
}

/** The transcript the reader chose, else a merge, else their own, else the newest. */
function shownOf({ transcripts, chosen }: StoredEpisode): Transcript | undefined {
  const kind = (wanted: Transcript['origin']['kind']) => transcripts.find(({ origin }) => origin.kind === wanted);
  return transcripts.find(({ id }) => id === chosen) ?? kind('merge') ?? kind('import') ?? transcripts[0];
}
