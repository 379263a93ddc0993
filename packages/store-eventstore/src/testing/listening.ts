import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Server, ServerCredentials } from '@grpc/grpc-js';

/** A gRPC server at a port, whose connections can be cut as if its process had ended. */
export interface Listening {
  readonly port: number;
  /** Cuts all connections; the port is free afterwards. */
  cut(): Promise<void>;
}

/**
 * Listens, and passes every connection to gRPC. When gRPC listens itself it ends connections with a
 * message to every call, which a process that is killed does not.
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
