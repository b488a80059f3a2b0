// Time as plain numbers. The core never asks what time it is: instants come in with events.

/** Milliseconds since 1970-01-01T00:00Z on the service's clock. */
export type Instant = number;
/** A length of time in milliseconds of the service's clock. */
export type Millis = number;

export const secondMs: Millis = 1_000;
export const minuteMs: Millis = 60 * secondMs;
export const hourMs: Millis = 60 * minuteMs;
export const dayMs: Millis = 24 * hourMs;

/** `n` minutes as milliseconds. */
export const minutes = (n: number): Millis => n * minuteMs;
/** `n` seconds as milliseconds. */
export const seconds = (n: number): Millis => n * secondMs;
