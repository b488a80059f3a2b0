// The type of a language: whatever the English file holds. English is whole; any other is `Unfinished<Texts>`, and what
// it lacks is said in English (languages.ts).

import type { en } from './en.ts';

export type Texts = typeof en;
