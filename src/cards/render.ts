// From a message to what leaves for Teams: a card of at most 14,000 characters, or one line of text.

import { catalog, type Drawn, type MessageOf } from './catalog.ts';
import { createKit, type Kit } from './kit.ts';
import { renderNotice } from './notice.ts';
import type { Rendered } from './rendered.ts';
import { loadTemplate, type CardJson, type View } from './template.ts';
import type { Message } from '../core/messages.ts';
import type { Texts } from '../texts/texts.ts';

/** JSON characters of a card: half of what Teams is known to take, in UTF-16 (platform.md, Cards). */
export const cardMaxChars = 14_000;

/** Levels of leaving out: the last shows one item of each list and a few characters of each text. */
const levelCount = 9;

type Templates = Readonly<Record<Drawn, (view: View) => CardJson>>;

/** Loads every template; throws when one is broken. The function it gives is pure. */
export function createRender(texts: Texts): (message: Message) => Rendered {
  const templates = loadAll();
  const whole = createKit(texts, 0);
  const kits = [whole, ...Array.from({ length: levelCount - 1 }, (_, index) => createKit(texts, index + 1))];
  return (message) => (message.card === 'notice' ? renderNotice(message.notice, whole) : renderCard(message, templates, kits));
}

function loadAll(): Templates {
  const names = Object.keys(catalog) as Drawn[];
  return Object.fromEntries(names.map((name) => [name, loadTemplate(name)])) as Templates;
}

function renderCard(message: Exclude<Message, { card: 'notice' }>, templates: Templates, kits: readonly Kit[]): Rendered {
  for (const kit of kits) {
    const view = viewOf(message.card, message, kit);
    const card = templates[message.card](view);
    if (JSON.stringify(card).length <= cardMaxChars) return { summary: view.summary, card, text: null, mentions: [] };
  }
  throw new Error(`card ${message.card} does not fit even when shortened`);
}

/** What a template is filled with. */
export function viewOf<C extends Drawn>(card: C, message: MessageOf[C], kit: Kit): View & { readonly summary: string } {
  return catalog[card](message, kit);
}
