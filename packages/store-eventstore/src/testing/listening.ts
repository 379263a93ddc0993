import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Server, ServerCredentials } from '@grpc/grpc-js';

/** A gRPC server at a port, whose connections can be cut as the end of its process cuts them. */
export interface Listening {
  readonly port: number;
  /** The port is free afterwards. */
  cut(): Promise<void>;
}

/**
 * Listens, and hands every connection to gRPC. gRPC's own listening ends connections politely, with
 * a word to every call, which a process that is killed does not.
 *
 * @param port 0 for any free one.
 */
export async function listen(
  server: Server,
  credentials: ServerCredentials,
  host: string,
  port: number,
): Promise<Listening> {
  const injector = server.createConnectionInjector(credentials);
  const sockets = new Set<Socket>();
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => void sockets.delete(socket)).on('error', () => undefined);
    injector.injectConnection(socket);
  });
  listener.listen(port, host);
  await once(listener, 'listening');
  const cut = async (): Promise<void> => {
    const closed = once(listener, 'close');
    listener.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    injector.destroy();
    server.forceShutdown();
  };
  return { port: (listener.address() as AddressInfo).port, cut };
}
