import { createRequire } from 'node:module';

// Loaded through `require`, so that each class exists once: the client requires them too, and
// loaders such as Vitest's would load an imported one a second time, under the same global names.
const load = createRequire(import.meta.url);
const from = '@eventstore/db-client/generated/';

/** Generated messages of gRPC's result codes. */
export const code = load(
  `${from}code_pb.js`,
) as typeof import('@eventstore/db-client/generated/code_pb.js');
/** Generated messages that several services share. */
export const shared = load(
  `${from}shared_pb.js`,
) as typeof import('@eventstore/db-client/generated/shared_pb.js');
/** Generated messages of gRPC's status. */
export const status = load(
  `${from}status_pb.js`,
) as typeof import('@eventstore/db-client/generated/status_pb.js');
/** Generated messages of the service of streams. */
export const streams = load(
  `${from}streams_pb.js`,
) as typeof import('@eventstore/db-client/generated/streams_pb.js');
/** The generated service of streams. */
export const streamsService = load(
  `${from}streams_grpc_pb.js`,
) as typeof import('@eventstore/db-client/generated/streams_grpc_pb.js');
/** Generated messages of the server's features. */
export const supported = load(
  `${from}serverfeatures_pb.js`,
) as typeof import('@eventstore/db-client/generated/serverfeatures_pb.js');
/** The generated service of the server's features. */
export const features = load(
  `${from}serverfeatures_grpc_pb.js`,
) as typeof import('@eventstore/db-client/generated/serverfeatures_grpc_pb.js');
/** Generated messages of the cluster's gossip. */
export const gossip = load(
  `${from}gossip_pb.js`,
) as typeof import('@eventstore/db-client/generated/gossip_pb.js');
/** The generated service of the cluster's gossip. */
export const gossipService = load(
  `${from}gossip_grpc_pb.js`,
) as typeof import('@eventstore/db-client/generated/gossip_grpc_pb.js');
/** The well-known message `Any`. */
export const any = load(
  'google-protobuf/google/protobuf/any_pb.js',
) as typeof import('google-protobuf/google/protobuf/any_pb.js');
/** The well-known message `Empty`. */
export const empty = load(
  'google-protobuf/google/protobuf/empty_pb.js',
) as typeof import('google-protobuf/google/protobuf/empty_pb.js');
