// `clock`, `clock +2d 3h`, `clock rate 60`: shows or moves the service's clock, forward only, in local mode.

import { dayMs, hourMs, minuteMs } from '../../core/time.ts';
import type { Command } from '../command.ts';
import { refusal } from '../desk.ts';

const unitsMs = { w: 7 * dayMs, d: dayMs, h: hourMs, m: minuteMs } as const;
const leap = /^\+\s*(?:(?<w>\d{1,4})\s*w)?\s*(?:(?<d>\d{1,5})\s*d)?\s*(?:(?<h>\d{1,6})\s*h)?\s*(?:(?<m>\d{1,7})\s*m)?$/i;
const rate = /^rate\s+(?<rate>\d{1,3})$/i;
const maxRate = 600;

/** `+[Nw] [Nd] [Nh] [Nm]` in milliseconds; null when it is none or nothing. */
export function leapMs(words: string): number | null {
  const parts = leap.exec(words)?.groups;
  if (parts === undefined) return null;
  const sumMs = Object.entries(unitsMs).reduce((sum, [unit, ms]) => sum + Number(parts[unit] ?? 0) * ms, 0);
  return sumMs > 0 ? sumMs : null;
}

export const clock: Command = {
  name: 'clock',
  where: 'local',
  run: async (desk, _caller, words) => {
    const control = desk.clockControl;
    if (control === null) return refusal({ reason: 'local-only' });
    if (words !== '') {
      const byMs = leapMs(words);
      const faster = Number(rate.exec(words)?.groups?.['rate'] ?? 0);
      if (byMs !== null) {
        const deadlineCount = await control.runTo(desk.clock.now() + byMs);
        return { card: 'notice', notice: { kind: 'clock-arrived', now: desk.clock.now(), deadlineCount } };
      }
      if (faster < 1 || faster > maxRate) return refusal({ reason: 'bad-clock' });
      await control.setRate(faster);
    }
    return { card: 'notice', notice: { kind: 'clock', now: desk.clock.now(), rate: desk.clock.rate } };
  },
};
