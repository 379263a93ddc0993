export type { Answer, Entry, Known, LastEvent } from './answer.ts';
export type { AnyProjection, Answering } from './any-projection.ts';
export type { BuildOptions, Progress } from './build.ts';
export type { ViewsOptions } from './open-views.ts';
export { openViews } from './open-views.ts';
export type { Projected, ProjectOptions } from './project.ts';
export { project } from './project.ts';
export type { FollowViewsOptions, ReadOptions } from './read-options.ts';
export type { Views } from './views.ts';
