/**
 * SQLite's FTS5 over paragraphs, in a worker of a page of its own: extensions may not compile WebAssembly unless they ask
 * for it. The file lives in the origin's private file system, so a new worker finds it again.
 */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { madeWords, sourceOf, WORDS_IN_PARAGRAPH } from './made-library';

/** What the page asks of the worker: the size of the file in bytes, or the number of paragraphs found, comes back. */
export type SqliteOrder =
  | { readonly kind: 'build'; readonly texts: readonly string[]; readonly episodes: number }
  | { readonly kind: 'ask'; readonly query: string };

const FILE = '/library.db';

async function openDatabase() {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'library' });
  return new pool.OpfsSAHPoolDb(FILE);
}

const database = openDatabase();

async function build(texts: readonly string[], episodes: number): Promise<number> {
  const source = sourceOf(texts);
  const db = await database;
  db.exec('CREATE VIRTUAL TABLE paragraphs USING fts5(text, episode UNINDEXED, start UNINDEXED)');
  for (let from = 0; from < episodes; from += 100) {
    db.exec('BEGIN');
    const insert = db.prepare('INSERT INTO paragraphs VALUES (?, ?, ?)');
    for (let number = from; number < Math.min(episodes, from + 100); number++) {
      const words = madeWords(source, number);
      for (let start = 0; start < words.length; start += WORDS_IN_PARAGRAPH) {
        insert.bind([words.slice(start, start + WORDS_IN_PARAGRAPH).join(' '), number, start]).stepReset();
      }
    }
    insert.finalize();
    db.exec('COMMIT');
  }
  db.exec("INSERT INTO paragraphs(paragraphs) VALUES ('optimize')");
  return Number(db.selectValue('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'));
}

/** The ten best paragraphs with the words marked. */
async function ask(query: string): Promise<number> {
  const db = await database;
  const rows = db.selectArrays(
    "SELECT episode, start, snippet(paragraphs, 0, '[', ']', '…', 24) FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank LIMIT 10",
    [query],
  );
  return rows.length;
}

addEventListener('message', async ({ data }: MessageEvent<SqliteOrder>) => {
  postMessage(data.kind === 'build' ? await build(data.texts, data.episodes) : await ask(data.query));
});
