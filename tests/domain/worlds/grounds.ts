import type { Ground } from '@letopis/core';
import { coreServices } from '@letopis/core';

/**
 * One ground for every service: for worlds whose tests are not about grounds. An application gives
 * each act its own.
 */
export const everywhere = (ground: Ground) =>
  Object.fromEntries(Object.keys(coreServices).map((service) => [service, ground]));
