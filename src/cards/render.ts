// From a message to what leaves for Teams: a card of at most 14,000 characters, or one line of text.

import { catalog, viewOf } from './catalog.ts';
import { createKit, type Kit } from './kit.ts';
import { renderNotice } from './notice.ts';
import { withOwnViews } from './own-view.ts';
import type { Rendered } from './rendered.ts';
import { loadTemplate, type CardJson, type View } from './template.ts';
import type { Message } from '../core/messages.ts';
import { languages, textsFor } from '../texts/languages.ts';
import type { Texts } from '../texts/texts.ts';

/** JSON characters of a card: half of what Teams is known to take, in UTF-16 (platform.md, Cards). */
export const cardMaxChars = 14_000;

/** Levels of leaving out: the last shows one item of each list and a few characters of each text. */
const levelCount = 9;

type Templates = ReadonlyMap<string, (view: View) => CardJson>;

/** Every template; throws when one is broken. */
const loadTemplates = (): Templates => new Map(Object.keys(catalog).map((card) => [card, loadTemplate(card)]));

/** In every language; one that nobody knows is English. Throws when a template is broken. */
export function createRenders(): (message: Message, language: string | null) => Rendered {
  const templates = loadTemplates();
  const renders = new Map(languages.map(({ texts }) => [texts, createRender(texts, templates)]));
  return (message, language) => (renders.get(textsFor(language)) ?? createRender(textsFor(language), templates))(message);
}

/** In one language. The function it gives is pure. */
export function createRender(texts: Texts, templates: Templates = loadTemplates()): (message: Message) => Rendered {
  const whole = createKit(texts, 0);
  const kits = [whole, ...Array.from({ length: levelCount - 1 }, (_, index) => createKit(texts, index + 1))];
  return (message) => {
    const group = message.group === undefined ? null : texts.groups.line(message.group.number, message.group.count);
    return message.card === 'notice' ? lineOfGroup(renderNotice(message.notice, whole), group, whole) : renderCard(message, group, { templates, kits });
  };
}

interface Means {
  readonly templates: Templates;
  readonly kits: readonly Kit[];
}

/** Draws with as little left out as fits. */
function renderCard(message: Exclude<Message, { card: 'notice' }>, group: string | null, { templates, kits }: Means): Rendered {
  const fill = templates.get(message.card);
  if (fill === undefined) throw new Error(`card ${message.card} has no template`);
  for (const kit of kits) {
    const view = viewOf(message.card, message, kit);
    const summary = saidIn(group, view.summary, kit);
    const card = withOwnViews(cardOfGroup(fill({ ...view, summary }), group), message, kit);
    if (JSON.stringify(card).length <= cardMaxChars) return { summary, card, text: null, mentions: [] };
  }
  throw new Error(`card ${message.card} does not fit even when shortened`);
}

/** Every card of one group of several names it, after the first text: that one is the title and nothing else (product.md 4). */
function cardOfGroup(card: CardJson, group: string | null): CardJson {
  const [title, ...rest] = Array.isArray(card['body']) ? card['body'] as readonly unknown[] : [];
  return group === null ? card : { ...card, body: [title, { type: 'TextBlock', text: group, wrap: true, weight: 'bolder', spacing: 'none' }, ...rest] };
}

/** The same for a line. */
const lineOfGroup = (line: Rendered, group: string | null, kit: Kit): Rendered =>
  ({ ...line, summary: saidIn(group, line.summary, kit), text: line.text === null ? null : saidIn(group, line.text, kit) });

const saidIn = (group: string | null, text: string, { texts }: Kit): string => (group === null ? text : texts.groups.said(group, text));
