/** Caption URLs as the player answer lists them, and the gate that `/api/timedtext` keeps. */
import type { StageOptions } from '../options';
import type { StageTrack } from '../video';
import { potOf, signatureOf } from './secrets';

const sevenHours = 7 * 3600;

/** The URL of a track as issued at `now` (milliseconds since 1970). */
export function captionUrl(videoId: string, track: StageTrack, options: StageOptions, now: number): string {
  if (track.recordedUrl) return track.recordedUrl;
  const query = new URLSearchParams({
    v: videoId,
    ei: Buffer.from(`${videoId}${Math.floor(now / 1000)}`)
      .toString('base64url')
      .slice(0, 22),
    caps: 'asr',
    opi: '112496729',
  });
  const signed = ['ip', 'ipbits', 'expire', 'v', 'ei', 'caps', 'opi'];
  if (options.exp !== 'none') {
    query.set('exp', options.exp);
    signed.push('exp');
  }
  signed.push('xoaf');
  query.set('xoaf', '5');
  query.set('hl', 'en');
  query.set('ip', '0.0.0.0');
  query.set('ipbits', '0');
  query.set('expire', String(Math.floor(now / 1000) + sevenHours));
  query.set('sparams', signed.join(','));
  query.set('signature', signatureOf(signedValues(query)));
  query.set('key', 'yt8');
  if (track.automatic) query.set('kind', 'asr');
  query.set('lang', track.languageCode);
  if (track.trackName) query.set('name', track.trackName);
  return `${options.relativeCaptionUrls ? '' : 'https://www.youtube.com'}/api/timedtext?${query.toString().replaceAll('%2C', ',')}`;
}

export type Verdict =
  | 'serve'
  /** 200 with zero bytes: no token, a token of another video, no client name, or a signed value was changed. */
  | 'withhold'
  | 'expired';

/** What a recorded URL signed, by its signature: nobody here can compute those. */
export type RecordedSignatures = ReadonlyMap<string, string>;

export function signedValues(query: URLSearchParams): string[] {
  const names = (query.get('sparams') ?? '').split(',').filter((name) => name !== '');
  return names.map((name) => `${name}=${query.get(name) ?? ''}`);
}

export function judgeCaptionUrl(
  query: URLSearchParams,
  now: number,
  recorded: RecordedSignatures = new Map(),
): Verdict {
  const signed = signedValues(query);
  const signature = query.get('signature') ?? '';
  const isRecorded = recorded.get(signature) === signed.join('&');
  const isGenuine = isRecorded || signature === signatureOf(signed);
  if (!isGenuine || !signed.some((value) => value.startsWith('v='))) return 'withhold';
  if (!isRecorded && Number(query.get('expire')) * 1000 < now) return 'expired';
  const flags = (signed.find((value) => value.startsWith('exp=')) ?? '').slice('exp='.length).split(',');
  if (!flags.includes('xpe') && !flags.includes('xpv')) return 'serve';
  const hasToken = query.get('pot') === potOf(query.get('v') ?? '');
  return hasToken && query.get('c') === 'WEB' ? 'serve' : 'withhold';
}

/** The track a caption URL names, or undefined. */
export function trackOf(query: URLSearchParams, tracks: readonly StageTrack[]): StageTrack | undefined {
  const automatic = query.get('kind') === 'asr';
  const name = query.get('name') ?? '';
  return tracks.find(
    (track) => track.languageCode === query.get('lang') && track.automatic === automatic && track.trackName === name,
  );
}
