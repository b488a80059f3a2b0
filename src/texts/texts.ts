// The type of a language: whatever the English file holds, any other must hold too, or it does not compile.
// A new language is a file beside en.ts that is declared as `Texts`.

import type { en } from './en.ts';

export type Texts = typeof en;
