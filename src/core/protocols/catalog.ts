// Every protocol by id. To add one: a file beside this one, and a line in the list.

import { actionLearning } from './action-learning.ts';
import { caseStudy } from './case-study.ts';
import { consultancy } from './consultancy.ts';
import { npqCommunity } from './npq-community.ts';
import type { Protocol } from './protocol.ts';
import { troika } from './troika.ts';
import { tuning } from './tuning.ts';

const all: readonly Protocol[] = [
  npqCommunity,
  consultancy,
  troika,
  actionLearning,
  tuning,
  caseStudy,
];

export const protocols: Readonly<Record<string, Protocol>> = Object.fromEntries(all.map((protocol) => [protocol.id, protocol]));

const asId = (name: string): string => name.trim().toLowerCase().replaceAll(/[\s_-]+/g, '-');
const namesOf = ({ id, alsoCalled = [] }: Protocol): readonly string[] => [id, ...alsoCalled.map(asId)];

/** The protocol with this id or title, typed in any case and with spaces for hyphens, or the only one that begins so; else null. */
export function findProtocol(name: string): Protocol | null {
  const typed = asId(name);
  if (typed === '') return null;
  const exact = all.find((protocol) => namesOf(protocol).includes(typed));
  const beginning = all.filter((protocol) => namesOf(protocol).some((each) => each.startsWith(typed)));
  return exact ?? (beginning.length === 1 ? beginning[0] ?? null : null);
}

/** The booked length where the protocol has it, else the longest of its lengths below it, else its shortest; in minutes. */
export function fittingLength({ fits }: Protocol, bookedMinutes: number): number {
  const lengths = fits.map(({ lengthMinutes }) => lengthMinutes);
  const within = lengths.filter((lengthMinutes) => lengthMinutes <= bookedMinutes);
  return within.length > 0 ? Math.max(...within) : Math.min(...lengths);
}
