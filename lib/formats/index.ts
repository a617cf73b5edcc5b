/** What the rest of the project uses to read foreign text. */
export { type Candidate, type Detection, detect, type Refusal } from './detect';
export { parseAny, parseAs, type Reading } from './read-transcript';
export { SHAPES, shapeById } from './shapes';
