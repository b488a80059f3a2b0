// The clock of a rehearsal: a session with pretend colleagues runs faster than the service's clock, so that its cards
// show a real hour while a minute passes. Whatever of a session meets the service's clock goes through here.

import type { Instant } from '../time.ts';
import type { Moment } from '../machine.ts';
import type { Rehearsal, Session } from '../session/session.ts';

/** An instant of the service's clock as one of the rehearsal's. */
const warped = ({ anchorAt, rate }: Rehearsal, at: Instant): Instant => anchorAt + Math.round((at - anchorAt) * rate);

/** The first instant of the service's clock at which the rehearsal's has reached `at`. */
export const unwarped = ({ anchorAt, rate }: Rehearsal, at: Instant): Instant => anchorAt + Math.ceil((at - anchorAt) / rate);

/** `moment` on the clock of this session: its own in a rehearsal, else the service's. */
export function momentIn({ rehearsal }: Pick<Session, 'rehearsal'>, moment: Moment): Moment {
  return rehearsal === null ? moment : { at: warped(rehearsal, moment.at), rate: moment.rate * rehearsal.rate };
}
