// One JSON line per fact, never prose and never people's text (architecture.md 12).
// Loggers are passed in and narrowed with `with`; nobody imports one.

import { pino } from 'pino';

/** Names of fields are part of the contract of tests; values are ids, counts, names of things, never what people wrote. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;
export type Level = 'debug' | 'info' | 'warn' | 'error';

/** `fact` is in `noun.verb` form. Error: a person must look; warn: it healed itself; info: one per thing a user did. */
export interface Log {
  debug(fact: string, fields?: Fields): void;
  info(fact: string, fields?: Fields): void;
  warn(fact: string, fields?: Fields): void;
  error(fact: string, fields?: Fields): void;
  with(fields: Fields): Log;
}

/** A log that writes lines of `level` and above to `write`, standard output if none is given. */
export function createLog(level: Level | 'silent', write?: (line: string) => void): Log {
  const options = {
    level,
    base: null,
    messageKey: 'fact',
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return over(write === undefined ? pino(options) : pino(options, { write }));
}

/** What `over` needs of pino. */
type Writer = Record<Level, (fields: Fields, fact: string) => void> & { child(fields: Fields): Writer };

function over(writer: Writer): Log {
  return {
    debug: (fact, fields = {}) => writer.debug(fields, fact),
    info: (fact, fields = {}) => writer.info(fields, fact),
    warn: (fact, fields = {}) => writer.warn(fields, fact),
    error: (fact, fields = {}) => writer.error(fields, fact),
    with: (fields) => over(writer.child(fields)),
  };
}

const innermostOf = (error: Error): Error => (error.cause instanceof Error ? innermostOf(error.cause) : error);

/** The system's and vendors' own codes; a number may be an HTTP status. */
function codeOf(error: Error): string | number | null {
  const code = 'code' in error ? error.code : null;
  return typeof code === 'number' || (typeof code === 'string' && /^[\w.:-]{1,60}$/.test(code)) ? code : null;
}

/** The stack begins with the message, in which a line may look like any other. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const from = stack.indexOf(message);
  return stack.slice(from < 0 ? 0 : from + message.length).split('\n').map((line) => line.trim()).filter((line) => line.startsWith('at ')).slice(0, 6);
}

/** Of something thrown only what cannot hold people's text: its kind, its code and where it came from. */
export function faultOf(thrown: unknown): Fields {
  if (!(thrown instanceof Error)) return { fault: typeof thrown };
  const cause = innermostOf(thrown);
  return { fault: thrown.name, cause: cause === thrown ? null : cause.name, code: codeOf(cause) ?? codeOf(thrown), where: framesOf(thrown).join(' | ') };
}
