// Ends an HTTP server without hanging up on anybody: what is in hand is answered first. Connections on which nothing has
// been asked yet count as busy for node, and would hold up the end until their headers are overdue.

import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Connections {
  /** No new ones; resolves when what is in hand is answered. */
  close(): Promise<void>;
  /** Hangs up on whoever is left. */
  cut(): void;
}

/** Watches the connections of a server that does not listen yet. */
export function connectionsOf(server: Server): Connections {
  const unspoken = new Set<Socket>();
  server.on('connection', (socket) => {
    unspoken.add(socket);
    socket.once('close', () => unspoken.delete(socket));
  });
  server.on('request', ({ socket }) => unspoken.delete(socket));
  return {
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      for (const socket of unspoken) socket.destroy();
    }),
    cut: () => server.closeAllConnections(),
  };
}
