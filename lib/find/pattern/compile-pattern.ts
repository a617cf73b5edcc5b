import { type CharacterTest, type Node, PatternError } from './parse-pattern';

/** Instructions of a machine that follows all ways through a pattern at once (Thompson, 1968), so that its time is bounded. */
export type Instruction =
  | { readonly op: 'character'; readonly test: CharacterTest }
  | { readonly op: 'edge'; readonly edge: 'start' | 'end' | 'word' | 'inside' }
  /** Goes to both places, rather to the first. */
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { readonly op: 'match' };

const MOST_INSTRUCTIONS = 2_000;

export function compilePattern(node: Node): readonly Instruction[] {
  const program: Instruction[] = [];
  emit(node, program);
  program.push({ op: 'match' });
  return program;
}

function emit(node: Node, program: Instruction[]): void {
  if (program.length > MOST_INSTRUCTIONS) throw new PatternError('This pattern is too long.');
  if (node.kind === 'character') program.push({ op: 'character', test: node.test });
  else if (node.kind === 'edge') program.push({ op: 'edge', edge: node.edge });
  else if (node.kind === 'sequence') for (const part of node.parts) emit(part, program);
  else if (node.kind === 'choice') emitChoice(node.parts, program);
  else emitRepeat(node, program);
}

function emitChoice(parts: readonly Node[], program: Instruction[]): void {
  const jumps: { op: 'jump'; to: number }[] = [];
  for (const part of parts.slice(0, -1)) {
    const split = { op: 'split' as const, first: program.length + 1, second: 0 };
    program.push(split);
    emit(part, program);
    const jump = { op: 'jump' as const, to: 0 };
    program.push(jump);
    jumps.push(jump);
    split.second = program.length;
  }
  const last = parts.at(-1);
  if (last) emit(last, program);
  for (const jump of jumps) jump.to = program.length;
}

function emitRepeat(node: Extract<Node, { kind: 'repeat' }>, program: Instruction[]): void {
  for (let i = 0; i < node.least; i++) {
    const before = program.length;
    emit(node.part, program);
    // Nothing, however often, is nothing; but brackets in brackets could keep saying so for years.
    if (program.length === before) return;
  }
  if (node.most === Number.POSITIVE_INFINITY) emitLoop(node, program);
  else emitOptional(node, program);
}

/** The repeats beyond the least, each of which may be the last. */
function emitOptional(node: Extract<Node, { kind: 'repeat' }>, program: Instruction[]): void {
  const splits: { op: 'split'; first: number; second: number }[] = [];
  for (let i = node.least; i < node.most; i++) {
    const split = { op: 'split' as const, first: program.length + 1, second: program.length + 1 };
    program.push(split);
    splits.push(split);
    emit(node.part, program);
  }
  for (const split of splits) {
    if (node.lazy) split.first = program.length;
    else split.second = program.length;
  }
}

function emitLoop(node: Extract<Node, { kind: 'repeat' }>, program: Instruction[]): void {
  const start = program.length;
  const split = { op: 'split' as const, first: start + 1, second: start + 1 };
  program.push(split);
  emit(node.part, program);
  program.push({ op: 'jump', to: start });
  if (node.lazy) split.first = program.length;
  else split.second = program.length;
}
