// Yr hyn y mae calendr yn ei ddweud am gyfarfodydd pâr o gyfeillion.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

export const pairCalendar: Unfinished<Texts['pairCalendar']> = {
  title: (names) => `Cyfarfod cyfaill gyda ${names}`,
  why: (names, community) => `Mae ${names} a chi yn gyfeillion${community === null ? '' : ` yn ${community}`}: bob yn ail wythnos rydych yn gwneud modiwl cymhwyso gyda’ch gilydd.`,
  before: 'Gwnewch y modiwl mewnwelediad cyn i chi gwrdd.',
  formats: { 'in-person': 'Rydych yn cwrdd wyneb yn wyneb.', 'teams': 'Rydych yn cwrdd ar Teams, ar gyfrifiadur yn hytrach nag ar ffôn.' },
  change: 'I symud neu ganslo cyfarfod, neu i gytuno ar rywbeth arall, teipiwch “cyfaill” yn eich sgwrs â Turnstone. Bydd yn dweud wrth eich cyfaill; nid yw newid yn eich calendr yn unig yn dweud wrth neb.',
  over: 'Mae’r pâr hwn wedi dod i ben.',
};
