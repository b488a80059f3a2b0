// The first look at a bearer token, before the body is read: shape, size, algorithm, issuer, audience, expiry. Nothing
// is trusted by it; it only keeps what is plainly wrong away from the signature check, quietly (reliability.md 2).

import { z } from 'zod';

const maxHeaderBytes = 8_192;
/** Tolerated difference between clocks, as in Microsoft's own check. */
export const skewSeconds = 300;
export const signingAlgorithms = ['RS256', 'RS384', 'RS512'] as const;

const headSchema = z.object({ alg: z.enum(signingAlgorithms), kid: z.string().min(1).max(200) });
const claimsSchema = z.object({ iss: z.string(), aud: z.string(), exp: z.number(), nbf: z.number().optional(), serviceurl: z.string().optional() });

export interface Bearer {
  readonly algorithm: (typeof signingAlgorithms)[number];
  readonly keyId: string;
  readonly signed: string;
  readonly signature: Buffer;
  /** The one address that the token speaks for; null if it names none. */
  readonly serviceUrl: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Why a token cannot be meant for us; words for the log, so that an operator can tell a wrong app id from a wrong clock. */
export type TokenFault = 'token-missing' | 'token-too-long' | 'token-malformed' | 'token-issuer' | 'token-audience' | 'token-expired' | 'token-not-yet-valid';
export type BearerRead = { readonly kind: 'bearer'; readonly bearer: Bearer } | { readonly kind: 'refused'; readonly why: TokenFault };

export interface Expected {
  readonly issuer: string;
  /** The bot's app id. */
  readonly audience: string;
}

const refused = (why: TokenFault): BearerRead => ({ kind: 'refused', why });

/** The token of an `Authorization` header, unless it cannot be meant for us at `now` (real time, ms). */
export function readBearer(header: string | undefined, expected: Expected, now: number): BearerRead {
  if (header === undefined || header === '') return refused('token-missing');
  if (header.length > maxHeaderBytes) return refused('token-too-long');
  const match = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header);
  if (match === null) return refused('token-malformed');
  const [, head = '', body = '', signature = ''] = match;
  const meta = headSchema.safeParse(jsonOf(head));
  const claims = claimsSchema.safeParse(jsonOf(body));
  if (!meta.success || !claims.success) return refused('token-malformed');
  const { iss, aud, exp, nbf, serviceurl } = claims.data;
  const nowSeconds = now / 1000;
  if (iss !== expected.issuer) return refused('token-issuer');
  if (aud !== expected.audience) return refused('token-audience');
  if (exp + skewSeconds <= nowSeconds) return refused('token-expired');
  if (nbf !== undefined && nbf - skewSeconds > nowSeconds) return refused('token-not-yet-valid');
  return {
    kind: 'bearer',
    bearer: {
      algorithm: meta.data.alg,
      keyId: meta.data.kid,
      signed: `${head}.${body}`,
      signature: Buffer.from(signature, 'base64url'),
      serviceUrl: serviceurl ?? null,
      expiresAt: (exp + skewSeconds) * 1000,
    },
  };
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
