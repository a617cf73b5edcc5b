import { describe, expect, it } from 'vitest';
import { parseBody, readInSteps, refusalOf } from '@/lib/captions/read-answer';
import { allSteps } from '@/lib/transcript/steps';

const body = (text: string, status = 200) => ({ status, text, bytes: text.length, retryAfter: null });
const track = { automatic: true, language: 'en' };

describe('a body', () => {
  it.each([
    ['nothing', body(''), 'empty'],
    ['white space', body(' \n'), 'empty'],
    ['nothing, and a status', body('', 500), 'not-captions'],
    ['a robot check with 200', body('<!DOCTYPE html><html><body><form id="captcha-form">'), 'captcha'],
    ['some page', body('<html><head><title>Before you continue</title>'), 'not-captions'],
    ['a page of 404', body('<!doctype html><p>gone', 404), 'missing'],
    ['403', body('', 403), 'forbidden'],
    ['404', body('', 404), 'missing'],
    ['429, whatever the bytes', body('{"events":[]}', 429), 'too-many'],
    ['captions', body('{"events":[]}'), null],
    ['captions under a status that means nothing', body('{"events":[]}', 500), null],
  ])('of %s is told by its bytes', (_name, given, expected) => {
    expect(refusalOf(given)).toBe(expected);
  });

  it.each([
    ['cut short', '{"events":[{"tStartMs":0,"segs":[{"utf8":"a', 'truncated'],
    ['in words', 'Sorry, not today', 'not-captions'],
  ])('%s is refused', (_name, text, why) => {
    expect(parseBody(text)).toEqual({ ok: false, why });
  });

  it.each([
    ['an empty list', '{"events":[],"wireMagic":"pb3"}', 'shell'],
    ['the magic word alone', '{"wireMagic":"pb3"}', 'shell'],
    ['line breaks alone', '{"events":[{"tStartMs":1,"segs":[{"utf8":"\\n"}]}]}', 'shell'],
    ['another shape', '{"error":{"code":400}}', 'not-captions'],
    ['a list', '[1,2,3]', 'not-captions'],
  ])('with %s holds no words', (_name, text, why) => {
    expect(allSteps(readInSteps(text, track, ''))).toMatchObject({ ok: false, why });
  });

  it('with words gives them in the language of the track', () => {
    const text = JSON.stringify({ events: [{ tStartMs: 5, dDurationMs: 9, segs: [{ utf8: 'Hi' }] }] });
    const answer = allSteps(readInSteps(text, track, '200'));
    expect(answer).toMatchObject({ ok: true, words: { language: 'en', cues: [{ start: 5, text: 'Hi' }] } });
  });

  it('of hours is read in many steps', () => {
    const events = Array.from({ length: 9000 }, (_, index) => ({ tStartMs: index * 900, segs: [{ utf8: 'word' }] }));
    const steps = readInSteps(JSON.stringify({ events }), track, '200');
    let rests = 0;
    let last = steps.next();
    for (; !last.done; last = steps.next()) rests += 1;
    expect(rests).toBeGreaterThan(10);
    expect(last.value.ok && last.value.words.cues.length).toBe(9000);
  });
});
