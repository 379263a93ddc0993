import type { CommandType, RoomMaker } from '@letopis/core';
import {
  adoptRegulation,
  codec,
  coreEvents,
  coreRooms,
  Desk,
  enrollLearner,
  issueDocument,
  Kernel,
  numberProtocol,
  openFile,
  receiveDocument,
  signSheets,
} from '@letopis/core';
import type { FixedPorts } from '@letopis/core/testing';
import { fixedPorts } from '@letopis/core/testing';
import { openMemory } from '@letopis/store-memory';
import type * as z from 'zod';

/** A command type of whatever input. */
export type AnyCommand = Pick<CommandType, 'name'> & { readonly schema: z.ZodType };
type AnyMethod = (...given: readonly unknown[]) => Promise<unknown>;

/** The rooms of one sender, as methods by the name `room.method`. */
export function methodsOf(desk: Desk): ReadonlyMap<string, AnyMethod> {
  const makers: Readonly<Record<string, RoomMaker>> = coreRooms;
  return new Map(
    Object.entries(makers).flatMap(([room, make]) =>
      Object.entries(make(desk)).map(
        ([name, method]) => [`${room}.${name}`, method as AnyMethod] as const,
      ),
    ),
  );
}

/** Methods that parse their command themselves, so that a probing desk does not see it. */
const PARSED_WITHIN: Readonly<Record<string, AnyCommand>> = {
  'regulation.adopt': adoptRegulation,
  'files.open': openFile,
  'enrollments.enroll': enrollLearner,
  'protocols.number': numberProtocol,
  'printouts.signSheets': signSheets,
  'documents.issue': issueDocument,
  'documents.receive': receiveDocument,
};

class Seen extends Error {
  readonly type: AnyCommand;

  constructor(type: AnyCommand) {
    super('seen');
    this.type = type;
  }
}

class ProbingDesk extends Desk {
  override run(type: AnyCommand): Promise<never> {
    throw new Seen(type);
  }
}

/** Every method of every room with the command that it takes; null: none was found. */
export async function allMethods(): Promise<ReadonlyMap<string, AnyCommand | null>> {
  const ports: FixedPorts = fixedPorts();
  const kernel = new Kernel(openMemory(ports), codec(coreEvents));
  const sender = { actor: 'u-1', onBehalfOf: null, ground: null };
  const methods = methodsOf(new ProbingDesk('o', sender, kernel));
  const found = [...methods].map(async ([name, method]) => {
    const within = PARSED_WITHIN[name];
    if (within !== undefined) return [name, within] as const;
    try {
      await method({}, {});
    } catch (error) {
      if (error instanceof Seen) return [name, error.type] as const;
    }
    return [name, null] as const;
  });
  return new Map(await Promise.all(found));
}
