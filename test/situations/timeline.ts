// Writes what was done and told in a situation, line by line, for whoever wants to read it: test-output/situations.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clockOf } from '../support/session-steps.ts';
import type { Situation, Theme } from './situation.ts';
import type { Stage } from './stage.ts';
import { actionsOf } from './told.ts';

const folder = join(import.meta.dirname, '../../test-output');
const fileOf = (number: number): string => `situations/${number}.md`;

function write(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export function writeTimeline({ number, title }: Situation, stage: Stage): void {
  const told = stage.service.sent().map(({ at, act, conversation, lines, body }) => {
    const buttons = actionsOf(body).map((action) => `[${String(action.title)}]`).join(' ');
    const place = conversation.startsWith('a:') ? `1:1 ${decodeURIComponent(conversation).replace('a:private-29:', '')}` : conversation.replace(/@.*?(;|$)/, '$1').replace(';messageid=', '#');
    return { at, line: `${place} ${act}: ${lines.join(' / ')}${buttons === '' ? '' : ` ${buttons}`}` };
  });
  const done = stage.deeds.map(({ at, by, what, answer }) => ({ at, line: `**${by} ${what}**${answer.length === 0 ? '' : ` → ${answer.join(' / ')}`}` }));
  const lines = [...done, ...told].toSorted((a, b) => a.at - b.at).map(({ at, line }) => `- ${clockOf(at)} ${line}`);
  write(fileOf(number), `# ${number}. ${title}\n\n${lines.join('\n')}\n`);
}

export function writeTable(themes: readonly Theme[]): void {
  const rows = themes.flatMap(({ name, situations }) => situations.map(({ number, title }) => `| ${number} | ${name} | ${title} | [told](${fileOf(number)}) |`));
  write('situations.md', `| | Theme | Situation | Result |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`);
}
