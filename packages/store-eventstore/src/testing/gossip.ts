import type { ClusterInfo, MemberInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { gossip, gossipService, shared } from './generated.ts';
import type { Address } from './server-state.ts';

/** The service that lists the cluster's members, for `esdb+discover:` and lists of seeds. */
export const clusterService = gossipService.GossipService;

interface Cluster {
  readonly address: Address;
  readonly leader: Address;
}

/** Tells of this node and, where that is another one, of the leader. */
export function gossipHandlers(cluster: Cluster) {
  return {
    read: (
      _call: ServerUnaryCall<unknown, ClusterInfo>,
      reply: sendUnaryData<ClusterInfo>,
    ): void => {
      const { address, leader } = cluster;
      const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
      const members = [member(leader, LEADER)];
      if (address.port !== leader.port) members.push(member(address, FOLLOWER));
      reply(null, new gossip.ClusterInfo().setMembersList(members));
    },
  };
}

function member({ host, port }: Address, state: MemberInfo.VNodeState) {
  const id = `00000000-0000-4000-8000-${String(port).padStart(12, '0')}`;
  return new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(id))
    .setTimeStamp('0')
    .setState(state)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));
}
