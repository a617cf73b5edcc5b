import { describe, expect, it } from 'vitest';
import { createSmoothClock } from '@/lib/platform/youtube/smooth-clock';

/** A wall clock set by hand, and an element that steps as told. Seconds. */
function stage(step: number, rate = 1) {
  let wall = 100;
  let offset = 0;
  let stoodFrom: number | null = null;
  const clock = createSmoothClock(() => wall);
  const truth = () => (stoodFrom ?? wall) * rate - 100 * rate + offset;
  const raw = () => (step === 0 ? truth() : Math.floor(truth() / step + 1e-9) * step);
  return {
    truth,
    read: (isMoving = true) => clock.read(raw(), rate, isMoving),
    wait: (seconds: number) => {
      wall += seconds;
    },
    seek: (seconds: number) => {
      offset += seconds;
    },
    stand: () => {
      stoodFrom = wall;
    },
  };
}

describe('a smooth clock', () => {
  it.each([
    ['steps of 40 ms', 0.04, 1, 0.01],
    ['steps of 40 ms at double speed', 0.04, 2, 0.02],
    ['no steps', 0, 1, 1e-9],
  ])('is right between %s', (_name, step, rate, slack) => {
    const element = stage(step, rate);
    for (let turn = 0; turn < 40; turn += 1) {
      element.wait(0.007 + (turn % 5) * 0.011);
      element.read();
    }
    for (let turn = 0; turn < 200; turn += 1) {
      element.wait(0.003 + (turn % 7) * 0.013);
      expect(Math.abs(element.read() - element.truth())).toBeLessThanOrEqual(slack + 1e-9);
    }
  });

  it('never goes back by a little', () => {
    const element = stage(0.04);
    let last = 0;
    for (let turn = 0; turn < 500; turn += 1) {
      element.wait(0.001 + (turn % 11) * 0.005);
      const time = element.read();
      expect(time).toBeGreaterThanOrEqual(last);
      last = time;
    }
  });

  it.each([[5], [-5], [-0.2]])('follows a seek of %d s at once', (by) => {
    const element = stage(0.04);
    for (let turn = 0; turn < 50; turn += 1) {
      element.wait(0.02);
      element.read();
    }
    element.seek(by);
    element.read(false);
    element.wait(0.02);
    expect(Math.abs(element.read() - element.truth())).toBeLessThanOrEqual(0.041);
    element.seek(by);
    element.wait(0.02);
    expect(Math.abs(element.read() - element.truth())).toBeLessThanOrEqual(0.061);
  });

  it('does not run on when the element stands', () => {
    const element = stage(0.04);
    for (let turn = 0; turn < 50; turn += 1) {
      element.wait(0.02);
      element.read();
    }
    element.stand();
    element.wait(3);
    expect(element.read() - element.truth()).toBeLessThanOrEqual(0.061);
    expect(element.read(false)).toBeLessThanOrEqual(element.truth() + 1e-9);
  });
});
