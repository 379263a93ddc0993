/*
 * Runs projections, and has what a projection of one's own needs: its type, its keys, and a check
 * of its laws.
 */
export type { AnyProjection, ProjectionOf } from '../projection/any-projection.ts';
export { partitionKey } from '../projection/key.ts';
export type { Projection } from '../projection/projection.ts';
export type { Answer, Entry, Known, LastEvent } from './answer.ts';
export type { BuildOptions, Progress } from './build.ts';
export { brokenLaws } from './laws.ts';
export type { ViewsOptions } from './open-views.ts';
export { openViews } from './open-views.ts';
export type { Projected, ProjectOptions } from './project.ts';
export { project } from './project.ts';
export type { FollowViewsOptions, ReadOptions } from './read-options.ts';
export type { Views } from './views.ts';
