import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOffset } from '@/lib/platform/youtube/clock-offset';

describe('the offset of a stitched advert', () => {
  it('is nothing while both clocks agree, also roughly', () => {
    const offset = createOffset();
    for (let time = 0; time < 10; time += 0.25) offset.learn(time, time - 0.08, true);
    expect(offset.seconds()).toBe(0);
    expect(offset.isAdvert()).toBe(false);
  });

  it('is known once two readings confirm it', () => {
    const offset = createOffset();
    offset.learn(55, 40, true);
    expect(offset.seconds()).toBe(0);
    offset.learn(55.25, 40.25, true);
    expect(offset.seconds()).toBeCloseTo(15);
    expect(offset.isAdvert()).toBe(false);
  });

  it('grows while the advert itself is on, which freezes the video', () => {
    const offset = createOffset();
    for (let element = 0; element < 3; element += 0.25) offset.learn(element, 0, true);
    expect(offset.isAdvert()).toBe(true);
    for (let element = 3; element < 6; element += 0.25) offset.learn(element, element - 3, true);
    expect(offset.isAdvert()).toBe(false);
    expect(offset.seconds()).toBeCloseTo(3);
  });

  it('is not invented from a player that updates its clock four times a second', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 0.4, noNaN: true }), { minLength: 5, maxLength: 60 }),
        (steps) => {
          const offset = createOffset();
          let time = 10;
          for (const step of steps) {
            time += step;
            offset.learn(time, Math.floor(time * 4) / 4, true);
          }
          expect(Math.abs(offset.seconds())).toBeLessThan(0.3);
          expect(offset.isAdvert()).toBe(false);
        },
      ),
    );
  });

  it('says nothing of an advert while paused', () => {
    const offset = createOffset();
    offset.learn(5, 5, true);
    offset.learn(5.5, 5, true);
    offset.learn(5.5, 5, false);
    expect(offset.isAdvert()).toBe(false);
  });

  it('is forgotten with the video', () => {
    const offset = createOffset();
    offset.learn(55, 40, true);
    offset.learn(56, 41, true);
    offset.forget();
    expect(offset.seconds()).toBe(0);
  });
});
