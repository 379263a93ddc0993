import { LetopisError } from '@letopis/core';
import { faultOf, saying } from './client-fault.ts';

/** May the same read succeed a moment later? */
export function mayPass(error: unknown): boolean {
  if (error instanceof LetopisError) return false;
  const fault = faultOf(error);
  return fault === 'unknown' || fault === 'not-leader' || fault === 'not-ready';
}

/** The error of a read that the server refused. */
export function readFailed(error: unknown): LetopisError {
  if (error instanceof LetopisError) return error;
  const said = saying(error);
  switch (faultOf(error)) {
    case 'bad-position':
      return new LetopisError('misuse', `the server knows no such position (${said})`, {}, error);
    case 'deleted':
      return new LetopisError('corrupt', `the stream was deleted on the server (${said})`);
    default: {
      const say = `the server refuses the read (${said}): reading $all takes its own right`;
      return new LetopisError('store-failed', say, { reason: 'refused' }, error);
    }
  }
}

/** The error of a read that the server did not answer in time. */
export function unreachable(error: unknown): LetopisError {
  const say = `the server did not answer in the stated time (${saying(error)})`;
  return new LetopisError('unreachable', say, {}, error);
}
