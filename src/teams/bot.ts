// One activity in, one HTTP answer out: the door, then the reading, then `receive`, once per activity. The answer is
// given when `receive` resolves; nothing is sent to Teams from here.

import type { Answer, Arrival, Receive } from '../app/arrival.ts';
import type { Meter } from '../app/meter.ts';
import { traceOfArrival } from '../app/traces.ts';
import type { Rendered } from '../cards/rendered.ts';
import type { Message } from '../core/messages.ts';
import type { Log } from '../log.ts';
import { Answers } from './answers.ts';
import type { HttpAnswer } from './answers.ts';
import type { Door } from './door.ts';
import { FailedRequest } from './failed-request.ts';
import { readInbound } from './inbound.ts';

export interface BotOptions {
  readonly door: Door;
  readonly receive: Receive;
  readonly render: (message: Message, language: string | null) => Rendered;
  readonly log: Log;
  /** Nobody looks if absent. */
  readonly meter?: Meter;
  /**
   * Shown to the presser when a press has no answer of its own. Not empty: Teams takes an empty message for a failed
   * app, says so to the person and sends the press again.
   */
  readonly doneText: (language: string | null) => string;
  /** Shown when a button's request cannot be read. */
  readonly notUnderstoodText: string;
}

/** Answers the parsed body of `POST /api/messages`. Throws only what `receive` throws. */
export type TakeActivity = (body: unknown, authorization: string | undefined) => Promise<HttpAnswer>;

export function createBot(options: BotOptions): TakeActivity {
  const answers = new Answers();
  return async (body, authorization) => {
    const entry = await options.door.admit(body, authorization);
    if (entry.kind === 'turned-away') {
      options.log.warn('activity.turned-away', { status: entry.status, why: entry.why });
      options.meter?.turnedAway(entry.why);
      return { status: entry.status };
    }
    const reading = readInbound(body, entry.tenant);
    if (reading.kind === 'ignored') return { status: 200 };
    if (reading.kind === 'malformed') {
      options.log.warn('activity.malformed', { isPress: reading.isPress });
      options.meter?.turnedAway('malformed');
      return reading.isPress ? json(errorOf(options.notUnderstoodText)) : { status: 400 };
    }
    const { arrival } = reading;
    return await answers.once(keyOf(arrival), async () => named(arrival, async () => answerTo(arrival, await options.receive(arrival), options)));
  };
}

/** Whatever fails is told with the turn in which it did. */
const named = (arrival: Arrival, work: () => Promise<HttpAnswer>): Promise<HttpAnswer> =>
  work().catch((cause: unknown) => { throw new FailedRequest(traceOfArrival(arrival), cause); });

/** The sender is part of the key: an answer may be for one person alone. */
const keyOf = ({ tenant, address, activityId, from, what }: Arrival): string =>
  [tenant, address.thread, activityId, from.teamsId, what.kind].join('\n');

function answerTo(arrival: Arrival, { message, language }: Answer, options: BotOptions): HttpAnswer {
  if (arrival.what.kind !== 'pressed' || arrival.what.shape !== 'execute') return { status: 200 };
  const rendered = message === null ? null : options.render(message, language);
  if (rendered?.card) return json({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: rendered.card });
  const text = rendered?.text?.trim() ?? '';
  return json({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text === '' ? options.doneText(language) : text });
}

const errorOf = (message: string) =>
  ({ statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message } });

const json = (body: unknown): HttpAnswer => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
