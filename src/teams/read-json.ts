// Reads a JSON body the way restify's `jsonBodyParser({ maxBodySize })` would, but stops at the limit instead of reading
// on, unpacks nothing, and gives a slow sender up.

import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  readonly maxBytes: number;
  /** From the first look at the request to the last byte of its body. */
  readonly deadlineMs: number;
}
/** 400 bad JSON, 408 too slow or broken off, 413 too large, 415 not JSON or packed. */
export type Body = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'refused'; readonly status: 400 | 408 | 413 | 415 };

const refused = (status: 400 | 408 | 413 | 415): Body => ({ kind: 'refused', status });

export async function readJson(request: IncomingMessage, limits: BodyLimits): Promise<Body> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers;
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) return refused(415);
  if (encoding !== 'identity') return refused(415);
  if (Number(length) > limits.maxBytes) return refused(413);
  const bytes = await collect(request, limits);
  if (typeof bytes === 'number') return refused(bytes);
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return refused(400);
  }
}

function collect(request: IncomingMessage, { maxBytes, deadlineMs }: BodyLimits): Promise<Buffer | 408 | 413> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let byteCount = 0;
    const tooLate = AbortSignal.timeout(deadlineMs);
    const finish = (result: Buffer | 408 | 413) => {
      tooLate.removeEventListener('abort', onLate);
      request.off('data', onData).off('end', onEnd).off('error', onLate).off('close', onLate).pause();
      resolve(result);
    };
    const onLate = () => finish(408);
    const onEnd = () => finish(Buffer.concat(chunks));
    const onData = (chunk: Buffer) => {
      byteCount += chunk.length;
      if (byteCount > maxBytes) finish(413);
      else chunks.push(chunk);
    };
    tooLate.addEventListener('abort', onLate, { once: true });
    request.on('data', onData).on('end', onEnd).on('error', onLate).on('close', onLate);
  });
}
