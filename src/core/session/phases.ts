// Which phase of its protocol a step is, and whether it stands before the first turn or after the last.

import type { Phase, Protocol } from '../protocols/protocol.ts';
import type { Step } from './plan.ts';

/** Throws for a step of another protocol. */
export function phaseOf(protocol: Protocol, step: Step): Phase {
  const found = [protocol.opening, protocol.close, ...protocol.turn].find((phase) => phase?.id === step.phase);
  if (found == null) throw new Error(`protocol ${protocol.id} without phase ${step.phase}`);
  return found;
}

export const isOpening = ({ opening }: Protocol, step: Step): boolean => step.turn === null && step.phase === opening?.id;
export const isClose = ({ close }: Protocol, step: Step): boolean => step.turn === null && step.phase === close?.id;
