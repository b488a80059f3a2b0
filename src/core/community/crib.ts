// The page for somebody who chairs for the first time: the hour of their community's protocol, phase by phase.

import type { CribMessage } from '../messages.ts';
import { findProtocol, fittingLength } from '../protocols/catalog.ts';
import { npqCommunity } from '../protocols/npq-community.ts';
import type { Fit, Phase, Protocol } from '../protocols/protocol.ts';
import type { Settings } from './events.ts';

/** How many problems there will be is not known: each phase with the least and the most it may last. */
export function cribMessage({ protocol: name, lengthMinutes: bookedMinutes, zone, movesOn }: Settings, meetingAt: number): CribMessage {
  const protocol: Protocol = findProtocol(name) ?? npqCommunity;
  const lengthMinutes = fittingLength(protocol, bookedMinutes);
  const fits = protocol.fits.filter((fit) => fit.lengthMinutes === lengthMinutes && fit.owners > 0);
  const shown = (phase: Phase | null, minutesIn: (fit: Fit) => number): CribMessage['phases'] => {
    const all = fits.map(minutesIn);
    return phase === null ? [] : [{ phase: phase.id, leastMinutes: Math.min(...all), mostMinutes: Math.max(...all) }];
  };
  return {
    card: 'crib', zone, communityName: null, meetingAt, protocol: protocol.id, lengthMinutes, movesOn,
    phases: [
      ...shown(protocol.opening, ({ openingMinutes }) => openingMinutes),
      ...protocol.turn.flatMap((phase) => shown(phase, ({ turnMinutes }) => turnMinutes[phase.id] ?? 0)),
      ...shown(protocol.close, ({ closeMinutes }) => closeMinutes),
    ],
  };
}
