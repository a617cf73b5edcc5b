import { describe, expect, it, vi } from 'vitest';
import { createSummaryWriter } from '@/lib/platform/summariser';

function fakeBrowser({
  availability = 'available',
  summarize = async (text: string) => `About ${text}.` as unknown,
} = {}) {
  const session = { summarize: vi.fn(summarize), destroy: vi.fn() };
  const Summarizer = {
    availability: vi.fn(async (_options: object): Promise<unknown> => availability),
    create: vi.fn(async (_options: object): Promise<unknown> => session),
  };
  return { world: { Summarizer }, Summarizer, session };
}

describe('the browser’s summariser', () => {
  it.each([[{}], [{ Summarizer: undefined }], [{ Summarizer: 'x' }], [{ Summarizer: { create() {} } }]])(
    'is none in a browser without it: %j',
    (world) => {
      expect(createSummaryWriter(world)).toBeNull();
    },
  );

  it.each([
    ['available', true],
    ['downloadable', false],
    ['downloading', false],
    ['unavailable', false],
    ['readily', false],
  ])('is ready when it says “%s”: %s, and nothing is downloaded by asking', async (availability, ready) => {
    const { world, Summarizer } = fakeBrowser({ availability });
    expect(await createSummaryWriter(world)?.isReady('en-GB')).toBe(ready);
    expect(Summarizer.availability.mock.calls[0]?.[0]).toMatchObject({
      expectedInputLanguages: ['en'],
      outputLanguage: 'en',
    });
    expect(Summarizer.create).not.toHaveBeenCalled();
  });

  it('is not ready for a language it throws at', async () => {
    const { world, Summarizer } = fakeBrowser();
    Summarizer.availability.mockRejectedValue(new RangeError('tlh'));
    expect(await createSummaryWriter(world)?.isReady('tlh')).toBe(false);
    Summarizer.availability.mockImplementation(() => {
      throw new DOMException('not here', 'NotAllowedError');
    });
    expect(await createSummaryWriter(world)?.isReady('en')).toBe(false);
  });

  it('sums up one stretch after the other, says how far it is, and lets go of the model', async () => {
    const { world, session } = fakeBrowser();
    const told: number[] = [];
    const text = await createSummaryWriter(world)?.write(['coal', 'gas'], 'en', (done) => told.push(done) > 0);
    expect(text).toBe('About coal.\nAbout gas.');
    expect(told).toEqual([0, 1]);
    expect(session.destroy).toHaveBeenCalledOnce();
  });

  it('stops when nobody waits any more', async () => {
    const { world, session } = fakeBrowser();
    await createSummaryWriter(world)?.write(['coal', 'gas', 'fish'], 'en', (done) => done < 1);
    expect(session.summarize).toHaveBeenCalledOnce();
    expect(session.destroy).toHaveBeenCalledOnce();
  });

  it('lets go of the model when it fails, and says so', async () => {
    const { world, session } = fakeBrowser({
      summarize: async () => {
        throw new DOMException('too long', 'QuotaExceededError');
      },
    });
    await expect(createSummaryWriter(world)?.write(['coal'], 'en', () => true)).rejects.toThrow('too long');
    expect(session.destroy).toHaveBeenCalledOnce();
  });

  it('is not trusted to give what it promised', async () => {
    const { world, Summarizer } = fakeBrowser();
    Summarizer.create.mockResolvedValue({});
    await expect(createSummaryWriter(world)?.write(['coal'], 'en', () => true)).rejects.toThrow(TypeError);
  });
});
