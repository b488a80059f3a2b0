// Yr hyn y mae aelodau pâr o gyfeillion yn ei ddarllen am eu cyfarfodydd.

import type { Texts } from '../texts.ts';
import type { Unfinished } from '../unfinished.ts';

export const buddy: Unfinished<Texts['buddy']> = {
  meeting: (names, date, time) => `Gyda ${names} ar ${date}, ${time}.`,
  reminder: { prepare: 'Eich cyfarfod cyfaill ymhen deuddydd', soon: 'Mae eich cyfarfod cyfaill yn dechrau ymhen 15 munud' },
  followUp: 'A wnaethoch chi gwrdd â’ch cyfaill?',
  offer: 'Beth ddylai ddigwydd i’r cyfarfod hwn?',
  proposal: 'Amser arall i’ch cyfarfod cyfaill',
  news: 'Newyddion am eich pâr',
};
