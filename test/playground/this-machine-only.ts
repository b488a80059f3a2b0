// Loaded first into the Playground, which has no setting for either: it listens on this machine only, since whoever
// reaches it speaks as its user; and its page asks nobody else (a font would come from Microsoft's servers).

import './with-parent.ts';
import http from 'node:http';
import net from 'node:net';

const listen = Reflect.get(net.Server.prototype, 'listen') as (...rest: readonly unknown[]) => net.Server;
net.Server.prototype.listen = function listenHere(this: net.Server, ...[port, ...rest]: readonly unknown[]) {
  const whenListening = rest.filter((each) => typeof each === 'function');
  return Reflect.apply(listen, this, [{ port, host: '127.0.0.1' }, ...whenListening]);
};

const emit = Reflect.get(http.Server.prototype, 'emit') as (...rest: readonly unknown[]) => boolean;
http.Server.prototype.emit = function emitHere(this: http.Server, name: string, ...rest: readonly unknown[]) {
  const [, response] = rest;
  if (response instanceof http.ServerResponse) response.setHeader('Content-Security-Policy', "font-src 'self' data:");
  return Reflect.apply(emit, this, [name, ...rest]);
};
