// A language that is not finished yet: whatever it has no words for is said in the words of one that is whole, line by
// line, so that nobody waits for a translator and nothing is ever blank.

type Line = string | number | boolean | readonly unknown[] | ((...given: never) => unknown);

/** The same tables with any line left out. A function or a list is one line: there or not. */
export type Unfinished<T> = T extends Line ? T : { readonly [K in keyof T]?: Unfinished<T[K]> };

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * `unfinished` with every line it lacks from `whole`. Pure; made once at start. Words that `whole` leaves open (typed
 * words of commands, which English keeps beside the commands) stay.
 */
export function withFallback<T>(unfinished: Unfinished<NoInfer<T>>, whole: T): T {
  return merged(unfinished, whole) as T;
}

function merged(own: unknown, whole: unknown): unknown {
  if (own === undefined) return whole;
  if (!isTable(own) || !isTable(whole)) return own;
  const lines = Object.entries(whole).map(([key, line]) => [key, Object.hasOwn(own, key) ? merged(own[key], line) : line]);
  return { ...own, ...Object.fromEntries(lines) as Readonly<Record<string, unknown>> };
}
