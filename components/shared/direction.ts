const RIGHT_TO_LEFT = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb', 'syr']);

/** True for languages written from right to left, by their BCP 47 tag. */
export function isRightToLeft(language: string | undefined): boolean {
  return RIGHT_TO_LEFT.has(language?.toLowerCase().split('-')[0] ?? '');
}
