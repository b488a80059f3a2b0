// `GET /metrics`: for this machine, or for whoever bears the token (product.md 1).

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import type { HttpAnswer } from './answers.ts';
import { isLoopback } from './service-url.ts';

export interface MetricsPage {
  /** Prometheus text. */
  readonly read: () => Promise<string>;
  /** Null: for this machine alone. */
  readonly token: string | null;
}

export async function readMetrics(request: Request, page: MetricsPage | null): Promise<HttpAnswer> {
  if (page === null) return { status: 404 };
  const isBorne = page.token !== null && isSame(bearerOf(request), page.token);
  if (!isBorne && !isFromHere(request)) return { status: 401 };
  return { status: 200, contentType: 'text/plain; version=0.0.4; charset=utf-8', body: await page.read() };
}

const bearerOf = ({ headers }: Request): string => /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** Takes the same time wherever they differ, and however long they are. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** What a proxy on this machine passes on comes from elsewhere. */
const isFromHere = ({ headers, socket }: Request): boolean =>
  isLoopback(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
