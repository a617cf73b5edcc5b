import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTime, parseDecimal, readClock, timeFromMilliseconds, timeFromSeconds } from '@/lib/formats/times';
import { MAX_TIME } from '@/lib/transcript/units';

describe('readClock', () => {
  it.each([
    ['0:31', 31_000],
    ['12:05', 725_000],
    ['1:02:03', 3_723_000],
    ['1:02:03,450', 3_723_450],
    ['00:00:01.5', 1500],
    ['00:00:01.25', 1250],
    ['00:00:01.0005', 1001],
    ['00:00:59.9999', 60_000],
    ['00:00:01:500', 1500],
    ['100:00:00.000', 360_000_000],
    ['0:0:3', 3000],
    ['٠٠:٠٠:٠١,٥٠٠', 1500],
    ['００：００：０１', 1000],
    ['00:75:99', 4_599_000],
  ])('reads %s whole', (text, time) => {
    expect(readClock(text, 0)).toMatchObject({ time, end: text.length });
  });

  it.each(['', '12', ':30', '1:', 'a:12', '1:234', '12.30', '-1:20'])('finds no clock in %s', (text) => {
    expect(readClock(text, 0)).toBeNull();
  });

  it('stops where the clock stops', () => {
    expect(readClock('1:02 and', 0)?.end).toBe(4);
    expect(readClock('1:02:', 0)?.end).toBe(4);
    expect(readClock('1:02. Then', 0)?.end).toBe(4);
    expect(readClock('see 1:02:03', 4, 8)).toMatchObject({ time: 62_000, end: 8 });
  });

  it('keeps frames apart from milliseconds', () => {
    expect(readClock('00:00:01:12', 0)).toMatchObject({ time: 1000, frames: 12, fields: 4 });
    expect(readClock('00:00:01', 0)?.frames).toBeNull();
  });

  it('says whether a clock is written as a program writes it', () => {
    expect(readClock('1:02:03', 0)?.regular).toBe(true);
    expect(readClock('1:2', 0)?.regular).toBe(false);
    expect(readClock('0:75', 0)?.regular).toBe(false);
  });

  it('reads back every time it is given', () => {
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_TIME }), fc.constantFrom('.', ','), (time, mark) => {
        const text = `${two(Math.floor(time / 3_600_000))}:${two(Math.floor(time / 60_000) % 60)}:${two(Math.floor(time / 1000) % 60)}${mark}${String(time % 1000).padStart(3, '0')}`;
        expect(readClock(text, 0)).toMatchObject({ time, end: text.length, regular: true, fractionDigits: 3 });
      }),
    );
  });

  it('does not count beyond what numbers hold', () => {
    const clock = readClock(`${'9'.repeat(100_000)}:00`, 0);
    expect(Number.isFinite(clock?.time)).toBe(true);
    expect(isTime(clock?.time ?? 0)).toBe(false);
  });
});

describe('foreign numbers', () => {
  it.each([
    [1.36, 1360],
    ['1.36', 1360],
    ['1.36s', 1360],
    [' 12 ', 12_000],
    ['1e1', 10_000],
    [-0.2, 0],
    [360_000, MAX_TIME],
  ])('takes %s seconds for %s ms', (value, time) => {
    expect(timeFromSeconds(value)).toBe(time);
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e308,
    -1,
    360_001,
    '',
    'Infinity',
    '0x10',
    '12 apples',
    null,
    undefined,
    {},
    [],
    true,
  ])('refuses %s as seconds', (value) => {
    expect(timeFromSeconds(value)).toBeNull();
  });

  it('rounds milliseconds', () => {
    expect(timeFromMilliseconds(12.5)).toBe(13);
    expect(timeFromMilliseconds('1360')).toBe(1360);
    expect(timeFromMilliseconds('1'.repeat(1_000_000))).toBeNull();
  });

  it('agrees with Number where both read', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.nat().map(String)),
        (text) => {
          expect(parseDecimal(text)).toBe(Number(text));
        },
      ),
    );
  });
});
