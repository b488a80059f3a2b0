// The bot of a manifest: where it can be installed, and the commands that Teams offers while somebody types. Each must be one
// that the service knows, with the words of its help.

import type { AppPackage, Bot, CommandList } from './app-manifest.ts';
import type { Command } from '../src/commands/command.ts';
import { commands } from '../src/commands/registry.ts';
import { textsFor } from '../src/texts/languages.ts';
import { textProblemsOf } from './texts-check.ts';

/** product.md 2: a community is a channel, a group chat or a meeting's chat; private matters go to the 1:1 chat. */
const scopesOfTheService = ['groupChat', 'personal', 'team'] as const;

/** The schema takes twelve in a list, Teams shows ten (Microsoft Learn, "Create a commands menu"); older schemas had the lengths. */
export const commandLimits = { lists: 3, commands: 10, titleChars: 32, descriptionChars: 128 } as const;

const helpLines: Readonly<Record<string, { readonly does: string }>> = textsFor(null).commands;

/** What is wrong with the bot, its scopes and its commands, one sentence each. */
export function botProblems({ manifest }: AppPackage): readonly string[] {
  const { bots = [], supportsChannelFeatures } = manifest;
  const [bot] = bots;
  if (bot === undefined || bots.length !== 1) return [`There must be one bot, not ${bots.length}.`];
  const hasTeams = bot.scopes.includes('team');
  return [
    ...(hasTeams && supportsChannelFeatures !== 'tier1' ? ['supportsChannelFeatures must be "tier1": Teams refuses an app with scope team without it.'] : []),
    ...(sorted(bot.scopes) === sorted(scopesOfTheService) ? [] : [`The bot's scopes must be ${scopesOfTheService.join(', ')}, each once.`]),
    ...listProblems(bot),
  ];
}

function listProblems({ scopes, commandLists = [] }: Bot): readonly string[] {
  const covered = commandLists.flatMap((list) => list.scopes);
  return [
    ...(commandLists.length > commandLimits.lists ? [`There are ${commandLists.length} lists of commands; at most ${commandLimits.lists} are allowed.`] : []),
    ...(sorted(covered) === sorted(scopes) ? [] : ['Every scope of the bot must have one list of commands.']),
    ...commandLists.flatMap(commandProblems),
  ];
}

function commandProblems({ scopes, commands: listed }: CommandList): readonly string[] {
  const place = `The list for ${scopes.join(' and ')}`;
  const titles = listed.map(({ title }) => title);
  return [
    ...(titles.length > commandLimits.commands ? [`${place} has ${titles.length} commands; Teams shows ${commandLimits.commands}.`] : []),
    ...titles.filter((title, at) => titles.indexOf(title) !== at).map((title) => `${place} has "${title}" twice.`),
    ...listed.flatMap(({ title, description = '' }) => [
      ...textProblemsOf(`The title "${title}"`, title, commandLimits.titleChars),
      ...textProblemsOf(`The description of "${title}"`, description, commandLimits.descriptionChars),
      ...unlikeTheService(title, description).map((wrong) => `${place}: ${wrong}`),
      ...(scopes.includes('personal') && commandNamed(title)?.where === 'in-community' ? [`${place}: "${title}" does nothing in the 1:1 chat.`] : []),
    ]),
  ];
}

const commandNamed = (title: string): Command | undefined => commands.find(({ name }) => name === title);

function unlikeTheService(title: string, description: string): readonly string[] {
  const known = commandNamed(title);
  if (known === undefined) return [`the service knows no command "${title}".`];
  if (known.where === 'local') return [`"${title}" is there in local mode only.`];
  return helpLines[title]?.does === description ? [] : [`"${title}" must be described as in help: "${helpLines[title]?.does ?? ''}".`];
}

const sorted = (names: readonly string[]): string => names.toSorted().join();
