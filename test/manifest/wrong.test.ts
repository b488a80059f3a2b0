// What may be wrong with an app package, example by example: each is found, and said in words that name it.

import { describe, expect, test } from '@jest/globals';
import { type AppManifest, languageRules, type PackageFiles } from '../../manifest/app-manifest.ts';
import { botProblems } from '../../manifest/bot-check.ts';
import { packageProblems } from '../../manifest/check.ts';
import { languageProblems } from '../../manifest/languages-check.ts';
import { permissionProblems } from '../../manifest/permissions.ts';
import { textProblems } from '../../manifest/texts-check.ts';
import { jsonOf, manifestOf, soundFiles, spoilt, withFile } from './sample-package.ts';

type Steps = readonly (string | number)[];
type Wrong = readonly [what: string, steps: Steps, value: unknown, said: RegExp];
const sound = manifestOf(soundFiles);
const bot = ['bots', 0] as const;
const groupList = [...bot, 'commandLists', 0] as const;
const first = [...groupList, 'commands', 0] as const;
const specific = ['authorization', 'permissions', 'resourceSpecific'] as const;
const lists = sound.bots?.[0]?.commandLists ?? [];
const listed = lists[0]?.commands ?? [];

/** Each wrong value is found once and alone; the sound package has none. */
function finds(problemsOf: (manifest: AppManifest) => readonly string[], examples: readonly Wrong[]): void {
  test.each(examples)('%s', (_, steps, value, said) => {
    expect(problemsOf(spoilt(steps, value))).toEqual([expect.stringMatching(said)]);
  });
  test('nothing, where nothing is wrong', () => {
    expect(problemsOf(sound)).toEqual([]);
  });
}

describe('of texts and addresses is found', () => finds((manifest) => textProblems({ manifest, files: {} }), [
  ['what was not filled in', ['name', 'full'], 'x ${{OTHER}}', /\$\{\{OTHER\}\} was not filled in/],
  ['a name that is too long', ['name', 'short'], 'T'.repeat(31), /name\.short has 31 characters; at most 30/],
  ['a long name that is too long', ['name', 'full'], 'T'.repeat(101), /name\.full has 101/],
  ['an empty description', ['description', 'short'], ' ', /description\.short must be a text/],
  ['a name with a blank at its end', ['name', 'short'], 'Turnstone ', /name\.short must be a text without blanks/],
  ['a short description that is too long', ['description', 'short'], 'T'.repeat(81), /at most 80/],
  ['a description that is too long', ['description', 'full'], 'T'.repeat(4001), /at most 4000/],
  ['a developer whose name is too long', ['developer', 'name'], 'T'.repeat(33), /developer\.name has 33/],
  ['a version that nobody can compare', ['version'], '1.2', /three numbers such as 1\.0\.2, not "1\.2"/],
  ['a version of a release to come', ['version'], '1.2.3-beta', /version/],
  ['a version with a zero in front', ['version'], '1.02.3', /version/],
  ['a website over http', ['developer', 'websiteUrl'], 'http://www.example.org', /developer\.websiteUrl must be an https address/],
  ['privacy over http', ['developer', 'privacyUrl'], 'http://turnstone.example.org/privacy', /developer\.privacyUrl must be an https/],
  ['terms on another host', ['developer', 'termsOfUseUrl'], 'https://elsewhere.example.org/terms', /termsOfUseUrl must lie on the host/],
  ['a second host', ['validDomains'], ['turnstone.example.org', 'example.com'], /and nothing else, not 2 names/],
]));

test('a wildcard, an address or a path is no host', () => {
  for (const name of ['*.example.org', 'https://turnstone.example.org', 'turnstone.example.org/x']) {
    expect(textProblems({ manifest: spoilt(['validDomains'], [name]), files: {} })).toContain(`validDomains: "${name}" is no full name of a host.`);
  }
  expect(textProblems({ manifest: spoilt(['validDomains'], undefined), files: {} })).toContainEqual(expect.stringMatching(/not 0 names/));
});

describe('of the bot is found', () => finds((manifest) => botProblems({ manifest, files: {} }), [
  ['that there is none', ['bots'], [], /one bot, not 0/],
  ['a team without its channels', ['supportsChannelFeatures'], undefined, /supportsChannelFeatures must be "tier1"/],
  ['a list too many', [...bot, 'commandLists'], [...lists.slice(0, 1), { scopes: [], commands: [] }, { scopes: [], commands: [] }, ...lists.slice(1)], /4 lists of commands/],
  ['a scope without commands', [...groupList, 'scopes'], ['team'], /Every scope of the bot must have one list/],
  ['more commands than Teams shows', [...groupList, 'commands'], [...listed, { title: 'end', description: 'end the session; asks once more (chair)' }], /11 commands; Teams shows 10/],
  ['a command that is there twice', [...first], listed[1], /"next" twice/],
  ['a description that is not that of help', [...first, 'description'], 'begin', /"start" must be described as in help: "open a session/],
  ['a command that nobody knows', [...first], { title: 'begin', description: 'x' }, /the service knows no command "begin"/],
  ['a command of local mode', [...first], { title: 'clock', description: 'x' }, /"clock" is there in local mode only/],
]));

test('a scope that is missing is found, as is a title or a description that is too long', () => {
  const problems = (steps: Steps, value: unknown) => botProblems({ manifest: spoilt(steps, value), files: {} });
  expect(problems([...bot, 'scopes'], ['team', 'personal'])).toContainEqual(expect.stringMatching(/scopes must be groupChat, personal, team/));
  expect(problems([...first, 'title'], 'T'.repeat(33))).toContainEqual(expect.stringMatching(/has 33 characters; at most 32/));
  expect(problems([...first, 'description'], 'T'.repeat(129))).toContainEqual(expect.stringMatching(/has 129 characters; at most 128/));
});

test('in the 1:1 chat nothing is offered that does nothing there', () => {
  const manifest = spoilt([...bot, 'commandLists', 1, 'commands', 0], listed.find(({ title }) => title === 'start'));
  expect(botProblems({ manifest, files: {} })).toEqual([expect.stringMatching(/"start" does nothing in the 1:1 chat/)]);
});

const asks = (name: string, type = 'Application') => [{ name, type }];
describe('of permissions is found', () => finds((manifest) => permissionProblems({ manifest, files: {} }), [
  ['one that is asked for twice', [...specific], [...asks('ChannelMember.Read.Group'), ...asks('ChannelMember.Read.Group')], /ChannelMember\.Read\.Group is asked for twice/],
  ['one that Microsoft does not have', [...specific, 0, 'type'], 'Delegated', /no delegated permission OnlineMeeting\.ReadBasic\.Chat/],
  ['one that has no reason', [...specific], asks('ChatMessage.Read.Chat'), /ChatMessage\.Read\.Chat has no reason/],
  ['that they are granted to nobody', ['webApplicationInfo', 'id'], sound.id, /webApplicationInfo\.id must be the id of the bot/],
  ['that there is no resource', ['webApplicationInfo', 'resource'], undefined, /webApplicationInfo\.resource is missing/],
  ['one of a scope that the bot lacks', [...bot, 'scopes'], ['team', 'personal'], /OnlineMeeting\.ReadBasic\.Chat is for a scope/],
]));

test('an invented permission is found, and too many', () => {
  const problems = (value: unknown) => permissionProblems({ manifest: spoilt(specific, value), files: {} });
  expect(problems(asks('ChannelMember.Read.Chat'))).toContain('Microsoft lists no application permission ChannelMember.Read.Chat.');
  expect(problems(Array.from({ length: 17 }, () => asks('Chat.Manage.Chat')).flat())).toContain('There are 17 resource-specific permissions; at most 16 are allowed.');
});

const rules = await languageRules();
describe('of languages is found', () => {
  const cy = jsonOf(soundFiles, 'cy.json');
  const problems = (manifest: AppManifest, files: PackageFiles = soundFiles) => languageProblems({ manifest, files }, rules);
  const inFile = (change: Readonly<Record<string, unknown>>) => problems(sound, withFile('cy.json', { ...cy, ...change }));

  test('nothing, where nothing is wrong', () => expect(problems(sound)).toEqual([]));

  test('a tag with a region, none, and one that is there twice', () => {
    expect(problems(spoilt(['localizationInfo', 'defaultLanguageTag'], 'en-gb'))).toEqual([expect.stringMatching(/"en-gb" must be a language alone/)]);
    expect(problems(spoilt(['localizationInfo'], undefined))).toEqual([expect.stringMatching(/"" must be a language alone/)]);
    expect(problems(spoilt(['localizationInfo', 'additionalLanguages', 0, 'languageTag'], 'en'))).toEqual(['localizationInfo has "en" twice.']);
  });

  test('a file that is not there', () => {
    expect(problems(spoilt(['localizationInfo', 'additionalLanguages', 0, 'file'], 'fr.json'))).toEqual(['fr.json is not in the package.']);
  });

  test.each<readonly [string, Readonly<Record<string, unknown>>, RegExp]>([
    ['another schema', { $schema: 'https://example.org' }, /\$schema must be/],
    ['a description that is missing', { 'description.full': undefined }, /lacks description\.full/],
    ['a key that means nothing', { 'developer.name': 'x' }, /developer\.name is nothing that can be said/],
    ['a command that the manifest lacks', { 'bots[0].commandLists[0].commands[11].title': 'x' }, /the manifest has no bots\[0\]\.commandLists\[0\]\.commands\[11\]\.title/],
    ['a name that is too long', { 'name.short': 'T'.repeat(31) }, /name\.short has 31 characters; at most 30/],
    ['a title that the menu cuts off', { 'bots[0].commandLists[0].commands[0].title': 'T'.repeat(33) }, /at most 32/],
    ['a description that the menu cuts off', { 'bots[0].commandLists[0].commands[0].description': 'T'.repeat(129) }, /at most 128/],
    ['an empty line', { 'name.full': '' }, /name\.full must be a text/],
  ])('%s', (_, change, said) => expect(inFile(change)).toEqual([expect.stringMatching(said)]));
});

describe('by Microsoft’s schema is found', () => {
  const problems = (manifest: AppManifest) => packageProblems(withFile('manifest.json', manifest));

  test('what has a wrong shape, and nothing is looked at further', async () => {
    expect(await problems(spoilt(['accentColor'], 'teal'))).toEqual([expect.stringMatching(/^manifest\.json, by its schema: \/accentColor must match pattern/)]);
    expect(await problems(spoilt(['bots', 0, 'botId'], undefined))).toEqual([expect.stringMatching(/must have required property 'botId'/)]);
    expect(await problems(spoilt(['bots', 0, 'scopes'], ['team', 'groupchat']))).toEqual([expect.stringMatching(/\/bots\/0\/scopes\/1 must be equal to one of the allowed values/)]);
  });

  test('another schema, without fetching it', async () => {
    expect(await problems(spoilt(['$schema'], 'https://developer.microsoft.com/json-schemas/teams/v9.99/MicrosoftTeams.schema.json'))).toEqual([expect.stringMatching(/\$schema must be .*v1\.29/)]);
    expect(await problems(spoilt(['manifestVersion'], '1.16'))).toEqual([expect.stringMatching(/\/manifestVersion must be equal to constant/)]);
  });

  test('that there is no manifest', async () => {
    expect(await packageProblems({})).toEqual(['manifest.json is not in the package.']);
  });

  test.each<readonly [string, Steps, unknown, RegExp]>([
    ['texts', ['version'], '1.2', /^version must be/],
    ['the bot', ['supportsChannelFeatures'], undefined, /^supportsChannelFeatures/],
    ['permissions', [...specific], asks('Chat.Read.Chat'), /^Microsoft lists no application permission Chat\.Read\.Chat/],
    ['languages', ['localizationInfo', 'defaultLanguageTag'], 'en-gb', /^localizationInfo/],
    ['icons', ['icons', 'outline'], 'color.png', /^color\.png is 192 × 192 pixels; it must be 32 × 32/],
  ])('and what the schema misses of %s is found with it', async (_, steps, value, said) => {
    expect(await problems(spoilt(steps, value))).toContainEqual(expect.stringMatching(said));
  });
});
