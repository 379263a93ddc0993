import { createRequire } from 'node:module';

// Through `require`, so that there is one of each class: the client requires them too, and loaders
// such as Vitest's would load an imported one a second time, under the same global names.
const load = createRequire(import.meta.url);
const from = '@eventstore/db-client/generated/';

export const code = load(
  `${from}code_pb.js`,
) as typeof import('@eventstore/db-client/generated/code_pb.js');
export const shared = load(
  `${from}shared_pb.js`,
) as typeof import('@eventstore/db-client/generated/shared_pb.js');
export const status = load(
  `${from}status_pb.js`,
) as typeof import('@eventstore/db-client/generated/status_pb.js');
export const streams = load(
  `${from}streams_pb.js`,
) as typeof import('@eventstore/db-client/generated/streams_pb.js');
export const streamsService = load(
  `${from}streams_grpc_pb.js`,
) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');
export const supported = load(
  `${from}serverfeatures_pb.js`,
) as typeof import('@eventstore/db-client/generated/serverfeatures_pb.js');
export const features = load(
  `${from}serverfeatures_grpc_pb.js`,
) as typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js');
export const gossip = load(
  `${from}gossip_pb.js`,
) as typeof import('@eventstore/db-client/generated/gossip_pb.js');
export const gossipService = load(
  `${from}gossip_grpc_pb.js`,
) as typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js');
export const any = load(
  'google-protobuf/google/protobuf/any_pb.js',
) as typeof import('google-protobuf/google/protobuf/any_pb.js');
export const empty = load(
  'google-protobuf/google/protobuf/empty_pb.js',
) as typeof import('google-protobuf/google/protobuf/empty_pb.js');
