export { ContractFailure } from './suite/expectation.ts';
export type { FixedPorts, FixedPortsOptions } from './suite/fixed-ports.ts';
export { fixedPorts, seededChance } from './suite/fixed-ports.ts';
export { sha256 } from './suite/sha256.ts';
export type { Cases, Concern, Skip, TestRunner } from './suite/run-suite.ts';
export type {
  EventStoreBench,
  EventStoreConcern,
  OpenedEventStore,
  OpenEventStore,
} from './event-store/bench.ts';
export type { EventStoreContractOptions } from './event-store/contract.ts';
export { eventStoreContract } from './event-store/contract.ts';
export type { DifferentialOptions } from './event-store/differential.ts';
export { differentialRun } from './event-store/differential.ts';
export { checkLog } from './event-store/chain.ts';
export type { BrokenStore } from './broken/wrapper.ts';
export { brokenEventStores, withFault } from './broken/broken-stores.ts';
export { brokenViewStores, withViewFault } from './broken/broken-views.ts';
export type {
  OpenedViewStore,
  OpenViewStore,
  ViewStoreBench,
  ViewStoreConcern,
} from './view-store/bench.ts';
export type { ViewStoreContractOptions } from './view-store/contract.ts';
export { viewStoreContract } from './view-store/contract.ts';
export type { Decided, Given, ScenarioOptions } from './scenario.ts';
export { scenario, scenarioEventId } from './scenario.ts';
