// What stood in a card's text inputs when one of its buttons was pressed, neighbours and all: to be shown again, never read.

import { typedText } from './fields.ts';

const textInputs = ['note', 'action', 'due', 'request', 'nextDate', 'nextTime'] as const;

/** By the ids of the inputs; those that are missing or no text are left out. Never throws. */
export function typedInputs(data: unknown): Readonly<Record<string, string>> {
  if (typeof data !== 'object' || data === null) return {};
  const sent = new Map(Object.entries(data));
  return Object.fromEntries(textInputs.flatMap((id) => {
    const read = typedText.safeParse(sent.get(id));
    return sent.has(id) && read.success ? [[id, read.data]] : [];
  }));
}
