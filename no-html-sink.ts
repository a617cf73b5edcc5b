import type { Plugin } from 'vite';

/**
 * Takes the one HTML sink out of Preact, so that no shipped byte can turn text into markup: its branch for
 * `dangerouslySetInnerHTML`, which this project never uses. Fails the build when Preact's code no longer looks as known,
 * instead of silently shipping the sink.
 */
export function noHtmlSink(): Plugin {
  return {
    name: 'no-html-sink',
    transform(code, id) {
      if (!id.includes('/preact/dist/preact.')) return null;
      const branch =
        /(\w+)\?\(\w+\|\|\w+&&\(\1\.__html==\w+\.__html\|\|\1\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\1\.__html\),\w+\.__k=\[\]\):/;
      const without = code.replace(branch, '').replaceAll('"dangerouslySetInnerHTML"', '"-"');
      if (without.includes('innerHTML') || without.includes('InnerHTML')) {
        this.error('Preact’s code has changed: look for its new use of innerHTML and take it out in no-html-sink.ts.');
      }
      return { code: without, map: null };
    },
  };
}
