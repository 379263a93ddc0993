import { newCommandId } from '@letopis/core';
import {
  deriveId,
  EVENTS_PER_APPEND_MAX,
  eventId,
  idInStream,
  isUuid,
  isUuidV7,
} from '@letopis/core/kernel';
import { fixedPorts, sha256 } from '@letopis/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ids = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => newCommandId(fixedPorts({ seed })));

describe('ids', () => {
  it('of commands are UUIDs of version 7 with the clock’s milliseconds in front', () => {
    const ports = fixedPorts({ at: '2026-09-01T08:00:00.000Z' });
    const id = newCommandId(ports);
    expect(isUuidV7(id)).toBe(true);
    expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(ports.clock());
    fc.assert(fc.property(ids, isUuidV7));
  });

  it('of commands differ', () => {
    const ports = fixedPorts();
    expect(new Set(Array.from({ length: 1000 }, () => newCommandId(ports))).size).toBe(1000);
  });

  it('of commands sort by time', () => {
    const ports = fixedPorts();
    const made = Array.from({ length: 50 }, () => {
      ports.advance(1);
      return newCommandId(ports);
    });
    expect(made.toSorted()).toEqual(made);
  });

  it('of events sort by their index and differ from those of every other command', () => {
    fc.assert(
      fc.property(ids, ids, (one, two) => {
        const indexes = [0, 1, 15, 16, 255, 256, EVENTS_PER_APPEND_MAX - 1];
        const made = indexes.map((index) => eventId(one, index));
        expect(made.every(isUuidV7)).toBe(true);
        expect(made.toSorted()).toEqual(made);
        expect(new Set(made).size).toBe(indexes.length);
        expect(made.includes(eventId(two, 0))).toBe(one.slice(18) === two.slice(18));
      }),
    );
  });

  it('of one command in two streams differ: in each they are made of its id there', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.string(), (id, one, two) => {
        const there = idInStream(id, one, sha256);
        expect(isUuidV7(there)).toBe(true);
        expect(there.slice(0, 24)).toBe(id.slice(0, 24));
        expect(idInStream(there, one, sha256)).toBe(id); // the mixing undoes itself
        expect(idInStream(id, two, sha256) === there).toBe(one === two);
      }),
    );
  });

  it('that are derived are equal for equal parents and targets, and keep the parent’s time', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.string(), (parent, target, other) => {
        const id = deriveId(parent, target, sha256);
        expect(isUuidV7(id)).toBe(true);
        expect(deriveId(parent, target, sha256)).toBe(id);
        expect(id.slice(0, 13)).toBe(parent.slice(0, 13));
        expect(deriveId(parent, other, sha256) === id).toBe(other === target);
      }),
    );
    const parent = '01990000-0000-7abc-8def-0123456789ab';
    expect(deriveId(parent, 'academy.enrollment-l-1.p.1', sha256)).toBe(
      '01990000-0000-786a-8ace-9507a8a44af1',
    );
  });

  it('are told by their form, in small letters only', () => {
    const good = '01990000-0000-7abc-8def-0123456789ab';
    expect([isUuid(good), isUuidV7(good)]).toEqual([true, true]);
    const v4 = good.replace('7abc', '4abc');
    expect([isUuid(v4), isUuidV7(v4)]).toEqual([true, false]);
    expect(isUuidV7(good.replace('8def', 'cdef'))).toBe(false);
    for (const bad of ['', good.toUpperCase(), good.slice(1), `${good}0`, `${good}\n`, null, 7]) {
      expect([bad, isUuid(bad), isUuidV7(bad)]).toEqual([bad, false, false]);
    }
  });
});
