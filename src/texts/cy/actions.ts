// The words of the card that shows committed actions, in Welsh.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';
import { andMore } from './joined.ts';
import { within } from './when.ts';

export const actions: Unfinished<Texts['actions']> = {
  heading: { list: 'Camau', opening: 'Camau i’w gwneud erbyn hyn', due: (count) => (count === 1 ? 'Mae’n bryd i’ch cam fod wedi’i wneud' : 'Mae’n bryd i’ch camau fod wedi’u gwneud') },
  intro: {
    opening: 'Beth ddaeth ohonyn nhw? Mae pawb yn pwyso botwm am eu camau eu hunain, unrhyw bryd yn y sesiwn hon. Does dim yn aros amdano.',
    due: 'Fe wnaethoch chi ymrwymo i hyn gyda’ch grŵp. Beth ddaeth ohono?',
  },
  due: (day) => ` (erbyn ${within(day)})`,
  none: 'Does dim cam ar agor.',
  noneOfYours: 'Does dim un o’ch camau chi ar agor.',
  which: 'Pa un?',
  whichShared: 'Pa un? Dim ond os oes gennych fwy nag un',
  whichHint: 'Dewiswch un',
  line: 'Beth ddaeth ohono, mewn un llinell (dewisol)',
  lineHint: 'Enghraifft: mewn dau ddosbarth',
  others: 'Gan eraill',
  more: andMore,
  moreDue: (count) => `${andMore(count)}: teipiwch “camau” i’w gweld`,
  saved: (outcome) => `Cadwyd: ${outcome}.`,
  errors: {
    'which': 'Heb ei gadw eto: dewiswch pa un. Mae’r hyn a deipioch yma o hyd.',
    'too-long': (lengthChars, maxChars) => `Heb ei gadw eto: mae’r llinell yn rhy hir, ${lengthChars} nod, a lle i ${maxChars}. Mae’r hyn a deipioch yma o hyd.`,
  },
  why: 'Unwaith y daw hyn, am fod y diwrnod a ddewisoch wedi cyrraedd. Mae Atal y nodiadau hyn yn eu hatal am byth.',
  summary: { list: 'Camau', opening: 'Camau i’w gwneud erbyn hyn', due: 'Mae’n bryd i un o’ch camau fod wedi’i wneud' },
};
