/**
 * From the text of an answer to words, or to the reason why there are none. In steps, so that the edge can let the page
 * breathe between them: a three-hour track takes a hundred milliseconds.
 */
import { parseJson } from '../formats/json';
import { readJson3, readJson3InSteps } from '../formats/json3';
import { json3Beginning } from '../formats/json3-beginning';
import type { Parsed } from '../formats/shape';
import { placeInSteps } from '../transcript/build-transcript';
import type { Steps } from '../transcript/steps';
import { type Refusal, type RouteAnswer, refusedBy } from './answers';

/** What came over the wire, as far as it can be judged without parsing. */
export interface Body {
  /** 0 where the network gave nothing. */
  readonly status: number;
  readonly text: string;
  readonly bytes: number;
  /** Milliseconds, from the `Retry-After` header. */
  readonly retryAfter: number | null;
}

/** Why this body cannot hold captions, told from its bytes first and its status second; null: worth parsing. */
export function refusalOf(body: Body): Refusal | null {
  const head = body.text.slice(0, 2000).trimStart().toLowerCase();
  const isPage = head.startsWith('<!doctype') || head.startsWith('<html') || head.startsWith('<head');
  if (body.status === 429) return 'too-many';
  if (isPage) return isCaptcha(body.text) ? 'captcha' : body.status === 404 ? 'missing' : 'not-captions';
  if (body.status === 403 || body.status === 401) return 'forbidden';
  if (body.status === 404 || body.status === 410) return 'missing';
  if (head === '') return body.status >= 400 ? 'not-captions' : 'empty';
  return null;
}

/** The page YouTube shows to what it takes for a robot; recorded once with status 429 and once with 200. */
function isCaptcha(text: string): boolean {
  const page = text.slice(0, 50_000).toLowerCase();
  return page.includes('captcha') || page.includes('unusual traffic') || page.includes('/sorry/');
}

export type ParsedBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: Refusal };

/** The syntax alone. */
export function parseBody(text: string): ParsedBody {
  const value = parseJson(text);
  if (value !== undefined) return { ok: true, value };
  const head = text.slice(0, 200).trimStart();
  return { ok: false, why: head.startsWith('{') || head.startsWith('[') ? 'truncated' : 'not-captions' };
}

/** The first words of a long answer, before the steps that read all of it; null where that is not worth it or not possible. */
export function readBeginning(
  text: string,
  track: { readonly automatic: boolean; readonly language: string },
  detail: string,
): (RouteAnswer & { readonly ok: true }) | null {
  const beginning = json3Beginning(text);
  if (beginning === null) return null;
  const answer = answerOf(readJson3(parseJson(beginning), { automatic: track.automatic }), track.language, detail);
  return answer.ok ? answer : null;
}

/** `automatic` and `language` are the track's, which the body does not say. */
export function* readInSteps(
  text: string,
  track: { readonly automatic: boolean; readonly language: string },
  detail: string,
): Steps<RouteAnswer> {
  const parsed = parseBody(text);
  if (!parsed.ok) return refusedBy(parsed.why, detail);
  yield;
  const cues = yield* readJson3InSteps(parsed.value, { automatic: track.automatic });
  return yield* placedAnswer(answerOf(cues, track.language, detail));
}

/** An answer whose words are placed already, so that less is left to do in the task that shows them. */
export function* placedAnswer(answer: RouteAnswer): Steps<RouteAnswer> {
  if (!answer.ok) return answer;
  yield;
  return { ...answer, placed: yield* placeInSteps(answer.words) };
}

export function answerOf(parsed: Parsed, language: string | null, detail: string): RouteAnswer {
  const { problems, ...words } = parsed;
  const hasWords = words.cues.some((cue) => cue.text.trim() !== '');
  if (hasWords) return { ok: true, words: { ...words, language }, detail };
  const isForeign = problems.some((problem) => problem.code === 'not-this-shape');
  const codes = problems.map((problem) => problem.code).join(' ');
  return refusedBy(isForeign ? 'not-captions' : 'shell', codes === '' ? detail : `${detail} ${codes}`);
}
