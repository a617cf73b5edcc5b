/** Media files, made by ffmpeg at first use: small VP9 pictures with Opus sound in WebM. */
import { rm, writeFile } from 'node:fs/promises';
import { cached, hashOf } from './cache';
import { advertPicture, plainPicture, speakerPicture } from './pictures';
import { run } from './run';

const quiet = ['-hide_banner', '-loglevel', 'error', '-y'];
const picture = [
  '-c:v',
  'libvpx-vp9',
  '-deadline',
  'realtime',
  '-cpu-used',
  '8',
  '-b:v',
  '0',
  '-crf',
  '42',
  '-pix_fmt',
  'yuv420p',
];
const framesPerSecond = 10;
const keyFrames = ['-g', String(framesPerSecond * 5)];
const sound = ['-c:a', 'libopus', '-b:a', '40k', '-ac', '1'];

export interface SpokenScene {
  readonly speakers: readonly string[];
  readonly wav: string;
  readonly durationMs: number;
  /** When each turn begins, in milliseconds, and who speaks. */
  readonly turns: readonly { start: number; speaker: number }[];
}

/** A still picture for each speaker, changed at each turn, under the spoken sound. */
export function spokenMedia(scene: SpokenScene): Promise<string> {
  const pictures = scene.speakers.map((_, speaker) => speakerPicture(scene.speakers, speaker));
  return cached('spoken.webm', ['spoken 1', scene, pictures], async (path) => {
    const stills = pictures.map((svg, index) => ({ svg, path: `${path}-${index}.svg` }));
    const list = `${path}.ffconcat`;
    try {
      for (const still of stills) await writeFile(still.path, still.svg);
      const shots = scene.turns.map((turn, index) => {
        const next = scene.turns[index + 1]?.start ?? scene.durationMs;
        const from = index === 0 ? 0 : turn.start;
        return `file '${path}-${turn.speaker}.svg'\nduration ${((next - from) / 1000).toFixed(3)}`;
      });
      const last = scene.turns.at(-1)?.speaker ?? 0;
      await writeFile(list, `ffconcat version 1.0\n${shots.join('\n')}\nfile '${path}-${last}.svg'\n`);
      const input = ['-f', 'concat', '-safe', '0', '-i', list, '-i', scene.wav];
      const shape = ['-vf', `fps=${framesPerSecond}`, '-t', (scene.durationMs / 1000).toFixed(3)];
      await run('ffmpeg', [...quiet, ...input, ...shape, ...picture, ...keyFrames, ...sound, path]);
    } finally {
      await Promise.all([...stills.map((still) => still.path), list].map((file) => rm(file, { force: true })));
    }
  });
}

/** A silent picture of any length: one minute at one frame a second, repeated without encoding again. */
export function silentMedia(title: string, durationMs: number): Promise<string> {
  const svg = plainPicture(title);
  return cached('silent.webm', ['silent 1', durationMs, svg], async (path) => {
    const minute = await stillVideo(svg, 60, 1, ['-g', '10']);
    const repeats = String(Math.ceil(durationMs / 60_000) - 1);
    const length = (durationMs / 1000).toFixed(3);
    await run('ffmpeg', [...quiet, '-stream_loop', repeats, '-i', minute, '-c', 'copy', '-t', length, path]);
  });
}

export function advertMedia(seconds: number): Promise<string> {
  return tonedStill(advertPicture(seconds), Math.min(600, Math.max(1, Math.round(seconds) || 1)));
}

/** The video with an advert in front of it, in one file, as the site's servers stitch them. */
export async function stitchedMedia(main: string, seconds: number): Promise<string> {
  const streams = await run('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0', main]);
  const hasSound = streams.includes('audio');
  const advert = hasSound ? await advertMedia(seconds) : await stillVideo(advertPicture(seconds), seconds, 1, []);
  return cached('stitched.webm', ['stitched 1', hashOf(main), seconds], async (path) => {
    const list = `${path}.ffconcat`;
    try {
      await writeFile(list, `ffconcat version 1.0\nfile '${advert}'\nfile '${main}'\n`);
      await run('ffmpeg', [...quiet, '-f', 'concat', '-safe', '0', '-i', list, '-c', 'copy', path]);
    } finally {
      await rm(list, { force: true });
    }
  });
}

function stillVideo(svg: string, seconds: number, fps: number, extra: readonly string[]): Promise<string> {
  return cached('still.webm', ['still 1', svg, seconds, fps, extra], (path) =>
    withSvg(path, svg, (file) =>
      run('ffmpeg', [
        ...quiet,
        '-loop',
        '1',
        '-framerate',
        String(fps),
        '-i',
        file,
        '-t',
        String(seconds),
        ...picture,
        ...extra,
        path,
      ]),
    ),
  );
}

function tonedStill(svg: string, seconds: number): Promise<string> {
  return cached('toned.webm', ['toned 1', svg, seconds], (path) =>
    withSvg(path, svg, (file) => {
      const tone = ['-f', 'lavfi', '-i', `sine=frequency=330:duration=${seconds}:sample_rate=48000`];
      const input = ['-loop', '1', '-framerate', String(framesPerSecond), '-i', file, ...tone];
      const level = ['-af', 'volume=0.1', '-t', String(seconds)];
      return run('ffmpeg', [...quiet, ...input, ...level, ...picture, ...keyFrames, ...sound, path]);
    }),
  );
}

async function withSvg(path: string, svg: string, use: (file: string) => Promise<string>): Promise<void> {
  const file = `${path}.svg`;
  try {
    await writeFile(file, svg);
    await use(file);
  } finally {
    await rm(file, { force: true });
  }
}
