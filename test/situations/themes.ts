// The table of situations, theme by theme.

import { chair } from './rows/chair.ts';
import { chairClock } from './rows/chair-clock.ts';
import { clock } from './rows/clock.ts';
import { communities } from './rows/communities.ts';
import { groups } from './rows/groups.ts';
import { joining } from './rows/joining.ts';
import { leaving } from './rows/leaving.ts';
import { lobbyAndStart } from './rows/lobby-and-start.ts';
import { meetings } from './rows/meetings.ts';
import { outages } from './rows/outages.ts';
import { protocols } from './rows/protocols.ts';
import { texts } from './rows/texts.ts';
import { together } from './rows/together.ts';
import { wholeHour } from './rows/whole-hour.ts';
import type { Theme } from './situation.ts';

export const themes: readonly Theme[] = [
  lobbyAndStart, wholeHour, chair, clock, texts, communities, outages, joining, leaving, groups, chairClock, meetings, protocols, together,
];
