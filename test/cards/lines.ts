// The lines of a language, one by one, for tests that hold one language against another.

/** Every line of a language with its place: tables opened, functions and lists as they are. */
export function linesOf(table: unknown, place = ''): readonly (readonly [string, unknown])[] {
  if (typeof table !== 'object' || table === null || Array.isArray(table)) return [[place, table]];
  return Object.entries(table).flatMap(([key, line]) => linesOf(line, `${place}.${key}`));
}
