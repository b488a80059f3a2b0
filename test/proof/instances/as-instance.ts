// Loaded before the service in each of its processes: what it sends comes from an address of its own, so that the fake
// connector knows which process sent it; and the machine's clock is wrong by as much as a trial wants.

import http from 'node:http';

const { INSTANCE_ADDRESS: localAddress = '127.0.0.1', INSTANCE_AHEAD_MS: aheadMs = '0' } = process.env;

type Connect = (this: http.Agent, options: http.ClientRequestArgs, done?: unknown) => unknown;
const agent = http.Agent.prototype as unknown as { createConnection: Connect };
const connect = agent.createConnection;
agent.createConnection = function (options, done) { return connect.call(this, { ...options, localAddress }, done); };

const now = Date.now;
Date.now = () => now() + Number(aheadMs);
