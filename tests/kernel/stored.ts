import type { Codec } from '@letopis/core';
import type { DraftEvent, JsonObject, NewEvent, StoredLine } from '@letopis/core/kernel';
import { joinLine, lineParts } from '@letopis/core/kernel';
import { fixedPorts } from '@letopis/core/testing';
import { commandId } from './shelf.ts';

export const ports = fixedPorts();
export const EVENT_ID = commandId(7);

/** A stored line with this type, version and data, as an earlier program may have written it. */
export function storedLine(
  type: string,
  schema: number,
  data: JsonObject,
  over: Partial<NewEvent> = {},
  beside: StoredLine['beside'] = null,
): StoredLine {
  const event: NewEvent = {
    id: EVENT_ID,
    type,
    schema,
    occurredOn: '2026-09-01',
    actor: 'u-1',
    onBehalfOf: null,
    ground: null,
    commandId: EVENT_ID,
    commandDigest: '0'.repeat(32),
    causationId: null,
    refs: null,
    data,
    sealed: null,
    ...over,
  };
  const salt = `${'A'.repeat(22)}==`;
  const line = joinLine(lineParts('academy.x-1', event), 0, null, salt, '2026-09-01T08:00:00.000Z');
  return { position: '1', line, beside, metadata: null };
}

/** Encodes a draft; gives the line that a store would store. */
export function storedDraft(codec: Codec, draft: DraftEvent): StoredLine {
  const { schema, data, sealed, beside } = codec.encode(draft, EVENT_ID, ports);
  return storedLine(draft.type, schema, data, { sealed }, beside);
}
