export { countOf, positionOf } from './dense-position.ts';
export {
  checkpointMoved,
  eventsNotFound,
  foreignLog,
  foreignPosition,
  noGeneration,
  storeClosed,
  viewsClosed,
} from './errors.ts';
export { frozenJson } from './frozen-json.ts';
export { countLeading } from './halving.ts';
export { Pauses } from './pauses.ts';
export { nodePorts } from './ports.ts';
export { WakeUps } from './wake-ups.ts';
