import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { features, supported } from './generated.ts';
import type { ServerState } from './server-state.ts';
import { failure } from './server-state.ts';

/** The service that lists what the server can do; clients choose their call of appending by it. */
export const featuresService = features.ServerFeaturesService;

/** Answers which methods the server supports. */
export function featuresHandlers(server: ServerState, batchAppend: boolean) {
  return {
    getSupportedMethods: (
      _call: ServerUnaryCall<unknown, SupportedMethods>,
      reply: sendUnaryData<SupportedMethods>,
    ): void => {
      const fault = server.fault('features');
      if (fault === 'silence') return;
      if (fault === 'too-busy') return reply(failure(status.INTERNAL, 'broken for a moment'));
      if (fault !== null) return reply(server.failureOf(fault));
      const version = server.serverLine === '24.6' ? '24.6.0-test' : '24.10.0-test';
      const answer = new supported.SupportedMethods().setEventStoreServerVersion(version);
      for (const name of ['Read', 'Append', 'Delete', 'Tombstone', 'BatchAppend']) {
        if (name === 'BatchAppend' && !batchAppend) continue;
        const method = new supported.SupportedMethod();
        method.setServiceName('event_store.client.streams.Streams').setMethodName(name);
        answer.addMethods(method);
      }
      reply(null, answer);
    },
  };
}
