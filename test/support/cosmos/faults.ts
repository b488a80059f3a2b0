// Makes the test server misbehave, by rules that count requests, so that a test that runs twice meets the same faults
// twice; and keeps what was asked, whatever became of it.

import { setTimeout as wait } from 'node:timers/promises';
import type { Aim, Answer } from './cosmos-request.ts';

/** `isApplied`: the request takes effect all the same, only its answer is lost or false. */
export type Fault =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfterMs?: number; readonly isApplied?: boolean }
  | { readonly kind: 'cut'; readonly isApplied?: boolean }
  /** Answered when the test says so (`release`), or never: a client that has gone away meanwhile is not missed. */
  | { readonly kind: 'hang'; readonly isApplied?: boolean }
  | { readonly kind: 'delay'; readonly delayMs: number };

export interface FaultRule {
  /** Requests that equal this in every part that is given; all that are for a container if it is absent. */
  readonly when?: Partial<Aim>;
  /** Matching requests that are let through first; 0 if absent. */
  readonly skipCount?: number;
  /** Matching requests that meet the fault then; 1 if absent, null for all. */
  readonly faultCount?: number | null;
  readonly fault: Fault;
}

/** `status` is null where none was sent. */
export type Seen = Aim & { readonly status: number | null; readonly fault: Fault['kind'] | null; readonly sql: string | null; readonly unindexed: readonly string[] };

/** Whether a request is one of these. Plans, which clients ask for beside their queries, only if they are named. */
export const isMatch = (aim: Aim, when: Partial<Aim> = {}): boolean =>
  Object.entries(when).every(([part, value]) => aim[part as keyof Aim] === value) && (aim.operation !== 'query-plan' || when.operation === 'query-plan');

interface Counting { readonly rule: FaultRule; skipCount: number; faultCount: number }

export class Faults {
  #rules: Counting[] = [];
  #held: (() => void)[] = [];
  #awaited: { readonly count: number; readonly tell: () => void }[] = [];

  add(rules: readonly FaultRule[]): void {
    this.#rules.push(...rules.map((rule) => ({ rule, skipCount: rule.skipCount ?? 0, faultCount: rule.faultCount === null ? Infinity : rule.faultCount ?? 1 })));
  }

  clear(): void {
    this.#rules = [];
    this.release();
  }

  release(): void { for (const go of this.#held.splice(0)) go(); }

  /** Resolves when `count` requests hang. */
  held(count: number): Promise<void> {
    return this.#held.length >= count ? Promise.resolve() : new Promise((tell) => { this.#awaited.push({ count, tell }); });
  }

  /** The fault that a request meets; the rule that was added first counts first, and alone. */
  meet(aim: Aim): Fault | null {
    for (const each of this.#rules) {
      if (aim.container === null || each.faultCount === 0 || !isMatch(aim, each.rule.when)) continue;
      if (each.skipCount > 0) {
        each.skipCount--;
        continue;
      }
      each.faultCount--;
      return each.rule.fault;
    }
    return null;
  }

  /** What is sent in the end; null for a connection that is cut. */
  async answer(fault: Fault | null, apply: () => Promise<Answer>): Promise<Answer | null> {
    if (fault === null) return apply();
    if (fault.kind === 'delay') {
      await wait(fault.delayMs);
      return apply();
    }
    const applied = fault.isApplied === true ? await apply() : null;
    if (fault.kind === 'cut') return null;
    if (fault.kind === 'answer') return refusal(fault.status, fault.retryAfterMs);
    await this.#hold();
    return applied ?? apply();
  }

  #hold(): Promise<void> {
    const holding = new Promise<void>((go) => { this.#held.push(go); });
    const isReached = ({ count }: { readonly count: number }): boolean => count <= this.#held.length;
    this.#awaited.filter(isReached).forEach(({ tell }) => tell());
    this.#awaited = this.#awaited.filter((each) => !isReached(each));
    return holding;
  }
}

const subStatus: Readonly<Record<number, string>> = { 429: '3200' };

/** An error as the service words it. */
export function refusal(status: number, retryAfterMs?: number): Answer {
  const waiting = retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(retryAfterMs) };
  return { status, headers: { ...waiting, 'x-ms-request-charge': '0', 'x-ms-substatus': subStatus[status] ?? '0' }, body: { code: String(status), message: `Refused by the test (${status}).` } };
}
