/** Tells whether the numbers of a foreign list are seconds or milliseconds, and where its ends are written. */
import { isRecord } from './json';
import type { Fields } from './json-fields';
import type { ListGroup } from './json-lists';
import { clockTime } from './recogniser';
import { timeFromMilliseconds, timeFromSeconds } from './times';

export type Scale = 'seconds' | 'milliseconds';

const END_KEYS = [
  'end',
  'end_time',
  'endTime',
  'end_ms',
  'endMs',
  'endTimeMs',
  'end_time_ms',
  'to',
  'endTs',
  'end_ts',
  'end_timestamp',
  'endTimestamp',
  'end_offset',
  'endOffset',
  'end_seconds',
  'endSeconds',
  'end_sec',
  'endSec',
  'end_s',
  'endTimeSec',
  'end_at',
  'endAt',
  'data_end',
  'stop',
  'out',
  'e',
];
const DURATION_KEYS = ['duration', 'dur', 'duration_ms', 'durationMs', 'dDurationMs', 'length', 'd'];

/** Speech slower than this, were the numbers seconds, means that they are milliseconds. Words a second. */
const TOO_SLOW = 0.06;

export class JsonTimes {
  readonly scale: Scale;
  private readonly endKey: string | null;
  private readonly durationKey: string | null;

  /** `outer`: the scale of the list around this one, which then is this one's too. */
  constructor(
    private readonly group: ListGroup,
    outer: Scale | null = null,
  ) {
    this.scale = scaleByName(group.startKey) ?? outer ?? scaleByPace(group);
    const [first] = group.lists[0]?.items ?? [];
    this.endKey =
      END_KEYS.find((key) => first !== undefined && Object.hasOwn(first, key) && !isDay(first[key])) ?? null;
    this.durationKey = DURATION_KEYS.find((key) => first !== undefined && Object.hasOwn(first, key)) ?? null;
  }

  start(item: Fields): number | null {
    return this.time(item[this.group.startKey], 0, this.scale);
  }

  end(item: Fields, start: number | null): number | null {
    const raw = item[this.group.startKey];
    if (Array.isArray(raw)) return this.time(raw, 1, this.scale);
    if (isRecord(raw) && 'end' in raw) return this.time(raw.end, 0, this.scale);
    if (this.endKey !== null) return this.time(item[this.endKey], 0, scaleByName(this.endKey) ?? this.scale);
    if (this.durationKey === null || start === null) return null;
    const duration = this.time(item[this.durationKey], 0, scaleByName(this.durationKey) ?? this.scale);
    return duration === null ? null : start + duration;
  }

  private time(value: unknown, place: 0 | 1, scale: Scale): number | null {
    if (Array.isArray(value)) return this.time(value[place], 0, scale);
    if (isRecord(value)) return this.time(value.relative ?? value.start ?? value.seconds, 0, scale);
    const number = scale === 'seconds' ? timeFromSeconds(value) : timeFromMilliseconds(value);
    return number ?? clockTime(value);
  }
}

/** `2024-05-03T10:00:01Z`: when the talk was held, not where in it. */
function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d/.test(value);
}

function scaleByName(key: string): Scale | null {
  if (/ms$|Ms$|millis/i.test(key)) return 'milliseconds';
  return /sec|_s$/i.test(key) ? 'seconds' : null;
}

function scaleByPace(group: ListGroup): Scale {
  let last = 0;
  for (const { items } of group.lists) {
    const value = items.at(-1)?.[group.startKey];
    const number = Array.isArray(value) ? value[0] : value;
    if (typeof number === 'number' && number > last) last = number;
  }
  return last > 60 && group.words / last < TOO_SLOW ? 'milliseconds' : 'seconds';
}
