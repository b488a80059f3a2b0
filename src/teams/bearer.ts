// The first look at a bearer token, before the body is read: shape, size, algorithm, issuer, audience, expiry. Nothing
// is trusted by it; it only keeps what is plainly wrong away from the signature check, quietly (reliability.md 2).

import { z } from 'zod';

const maxHeaderBytes = 8_192;
/** Tolerated difference between clocks, as in Microsoft's own check. */
export const skewSeconds = 300;
export const signingAlgorithms = ['RS256', 'RS384', 'RS512'] as const;

const headSchema = z.object({ alg: z.enum(signingAlgorithms), kid: z.string().min(1).max(200) });
const claimsSchema = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), nbf: z.number().optional() });

export interface Bearer {
  /** The whole header, as the signature check of the SDK wants it. */
  readonly header: string;
  readonly algorithm: (typeof signingAlgorithms)[number];
  readonly keyId: string;
  readonly signed: string;
  readonly signature: Buffer;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface Expected {
  readonly issuer: string;
  /** The bot's app id. */
  readonly audience: string;
}

/** The token of an `Authorization` header, or null if it cannot be meant for us at `now` (real time, ms). */
export function readBearer(header: string | undefined, expected: Expected, now: number): Bearer | null {
  if (header === undefined || header.length > maxHeaderBytes) return null;
  const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header);
  if (match === null) return null;
  const [, head = '', body = '', signature = ''] = match;
  const meta = headSchema.safeParse(jsonOf(head));
  const claims = claimsSchema.safeParse(jsonOf(body));
  if (!meta.success || !claims.success) return null;
  const { iss, aud, exp, nbf } = claims.data;
  const nowSeconds = now / 1000;
  if (iss !== expected.issuer || aud !== expected.audience) return null;
  if (exp + skewSeconds <= nowSeconds || (nbf !== undefined && nbf - skewSeconds > nowSeconds)) return null;
  return {
    header,
    algorithm: meta.data.alg,
    keyId: meta.data.kid,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
    expiresAt: (exp + skewSeconds) * 1000,
  };
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
