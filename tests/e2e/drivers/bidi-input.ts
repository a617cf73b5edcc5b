/** Real input for `input.performActions`. */

/** Code points that WebDriver gives to keys without a character. */
const keyCodes: Record<string, string> = {
  Backspace: '\ue003',
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Alt: '\ue00a',
  Escape: '\ue00c',
  Space: ' ',
  PageUp: '\ue00e',
  PageDown: '\ue00f',
  End: '\ue010',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
  Insert: '\ue016',
  Delete: '\ue017',
  Meta: '\ue03d',
  F1: '\ue031',
  F3: '\ue033',
  F6: '\ue036',
};

function keySource(actions: object[]): object[] {
  return [{ type: 'key', id: 'keyboard', actions }];
}

/** `Shift+Tab`, `a`, `+`: the last part is the key, those before it are held meanwhile. */
export function pressActions(keys: string): object[] {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  const values = parts.map((part) => keyCodes[part] ?? part);
  return keySource([
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
  ]);
}

export function typeActions(text: string): object[] {
  return keySource(
    [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  );
}

function pointerSource(actions: object[]): object[] {
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
}

function move(x: number, y: number, duration = 0): object {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration };
}

export function moveActions(x: number, y: number): object[] {
  return pointerSource([move(x, y)]);
}

export function clickActions(x: number, y: number, count: number, button: number): object[] {
  const presses = Array.from({ length: count }, () => [
    { type: 'pointerDown', button },
    { type: 'pointerUp', button },
  ]);
  return pointerSource([move(x, y), ...presses.flat()]);
}

export function dragActions(from: { x: number; y: number }, to: { x: number; y: number }): object[] {
  const middle = move((from.x + to.x) / 2, (from.y + to.y) / 2, 60);
  return pointerSource([
    move(from.x, from.y),
    { type: 'pointerDown', button: 0 },
    middle,
    move(to.x, to.y, 60),
    { type: 'pointerUp', button: 0 },
  ]);
}

export function wheelActions(x: number, y: number, deltaY: number): object[] {
  const actions = [{ type: 'scroll', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: Math.round(deltaY) }];
  return [{ type: 'wheel', id: 'wheel', actions }];
}
