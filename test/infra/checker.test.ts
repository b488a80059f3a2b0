// The checks of infra/ on small sources: a sound one passes, and each kind of fault is found in one that has it.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { createBicepReader, type ReadBicep } from './bicep-file.ts';
import { allFaults, filesOf, root } from './infra-files.ts';

let read: ReadBicep;
beforeAll(async () => { read = await createBicepReader(root); });

const main = `
@description('First part of names.')
@minLength(3)
@maxLength(10)
param name string = 'sample'
param location string = resourceGroup().location
@allowed(['F0', 'S1'])
param sku string
@minValue(1)
param count int

var label = '\${name}-identity'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: label
  location: location
}

resource found 'Microsoft.KeyVault/vaults@2026-02-01' existing = { name: '\${name}-vault' }

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: { botName: name, sku: sku, count: count, url: found.properties.vaultUri }
}

output id string = bot.outputs.id
output principal string = identity.properties.principalId
`;
const bot = `
param botName string
param sku string
param count int
param url string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  sku: { name: sku }
  properties: { displayName: 'Turnstone', endpoint: '\${url}/\${count}', msaAppId: 'x', disableLocalAuth: true }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  properties: { channelName: 'MsTeamsChannel' }
}

var groups = [{ name: 'day', who: 'operators', isOn: true }, { name: 'night', who: 'others', isOn: false }]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = [for each in groups: {
  name: '\${botName}-\${each.name}'
  location: 'global'
  properties: { groupShortName: each.name, enabled: each.isOn, emailReceivers: [{ name: each.who, emailAddress: 'a@example.org' }] }
}]

output id string = bot.id
`;
const params = `using './main.bicep'

param sku = 'F0'
param count = 2
`;
const texts = { 'main.bicep': main, 'modules/bot.bicep': bot, 'main.test.bicepparam': params };
type Path = keyof typeof texts;

const faults = (path?: Path, from?: string, to?: string): string => {
  if (path === undefined || from === undefined || to === undefined) return allFaults(filesOf(read, texts)).join('\n');
  expect(texts[path]).toContain(from);
  return allFaults(filesOf(read, { ...texts, [path]: texts[path].replace(from, to) })).join('\n');
};

test('a sound set of files has no fault', () => {
  expect(faults()).toBe('');
});

type Case = readonly [string, Path, string, string, string];
const found = (cases: readonly Case[]): void => {
  test.each(cases)('%s', (...[, path, from, to, fault]: Case) => { expect(faults(path, from, to)).toContain(fault); });
};

describe('it is found when the text has', () => {
  found([
    ['a brace too few', 'main.bicep', 'location: location\n}', 'location: location\n', 'does not parse'],
    ['a word too many', 'main.bicep', 'var label =', 'var label two =', 'main.bicep:12: does not parse'],
    ['parameters of a wrong form', 'main.test.bicepparam', 'param count = 2', 'param count: 2', 'does not parse'],
  ]);
});

describe('it is found of resources when', () => {
  found([
    ['the version is another', 'main.bicep', '@2024-11-30', '@2023-01-31', 'not on the list'],
    ['the type is misspelt', 'modules/bot.bicep', 'botServices@', 'botService@', 'not on the list'],
    ['something found is of no known type', 'main.bicep', 'vaults@2026-02-01', 'vaults@2019-09-01', 'not on the list'],
    ['a property is missing', 'main.bicep', '  location: location\n', '', 'location is missing'],
    ['a property within is missing', 'modules/bot.bicep', ', msaAppId: \'x\'', '', 'properties.msaAppId is missing'],
    ['a property is not known', 'main.bicep', '  location: location\n', '  location: location\n  place: 1\n', 'place is not known'],
    ['a property within is not known', 'modules/bot.bicep', 'disableLocalAuth', 'disableLocalAuthentication', 'properties.disableLocalAuthentication is not known'],
    ['a value is none of those allowed', 'modules/bot.bicep', 'sku: { name: sku }', 'sku: { name: \'P1\' }', 'sku.name may not be P1'],
    ['a value is of another type', 'modules/bot.bicep', 'disableLocalAuth: true', 'disableLocalAuth: \'yes\'', 'disableLocalAuth must be of type bool'],
    ['a parameter of another type is put in', 'modules/bot.bicep', 'disableLocalAuth: true', 'disableLocalAuth: count', 'disableLocalAuth must be of type bool'],
    ['an object is a text', 'modules/bot.bicep', 'sku: { name: sku }', 'sku: \'F0\'', 'sku must be of type object'],
    ['a value of one turn of a loop is of another type', 'modules/bot.bicep', 'isOn: false', 'isOn: 0', 'properties.enabled must be of type bool'],
    ['a value within an item of a loop is of another type', 'modules/bot.bicep', 'who: \'others\'', 'who: 7', 'properties.emailReceivers[0].name must be of type string'],
    ['a child has no parent', 'modules/bot.bicep', '  parent: bot\n', '', 'its parent must be a Microsoft.BotService/botServices'],
  ]);
});

describe('it is found of modules when', () => {
  found([
    ['there is no such file', 'main.bicep', 'modules/bot.bicep', 'modules/robot.bicep', 'there is no modules/robot.bicep'],
    ['a parameter is missing', 'main.bicep', ', count: count,', ',', 'module bot: count is missing'],
    ['a parameter is one too many', 'main.bicep', 'count: count,', 'count: count, kind: 1,', 'has no parameter kind'],
    ['a written value is of another type', 'main.bicep', 'count: count', 'count: \'2\'', 'count is of type int, not string'],
    ['a parameter handed on is of another type', 'main.bicep', 'count: count', 'count: name', 'count is of type int, not string'],
    ['a variable handed on is of another type', 'main.bicep', 'count: count', 'count: label', 'count is of type int, not string'],
    ['an output does not exist', 'main.bicep', 'bot.outputs.id', 'bot.outputs.ident', 'module bot has no output ident'],
    ['something else than an output is read', 'main.bicep', 'bot.outputs.id', 'bot.properties.id', 'only outputs can be read'],
  ]);
});

describe('it is found of names when', () => {
  found([
    ['nothing has that name', 'main.bicep', 'name: label', 'name: title', 'main.bicep:15: nothing is named title'],
    ['it stands woven into a text', 'main.bicep', '\'${name}-vault\'', '\'${nme}-vault\'', 'nothing is named nme'],
    ['an item of a loop lacks what is read of it', 'modules/bot.bicep', 'who: \'others\', ', '', 'not every item of groups has who'],
    ['no item of a loop has it', 'modules/bot.bicep', '${each.name}', '${each.nme}', 'not every item of groups has nme'],
    ['no decorator is called so', 'main.bicep', '@minLength', '@minimumLength', 'no decorator minimumLength'],
    ['no function is called so', 'main.bicep', 'resourceGroup()', 'resourceGrp()', 'no function resourceGrp'],
    ['a parameter is not used', 'modules/bot.bicep', 'param url string', 'param url string\nparam idle string = \'\'', 'idle is not used'],
    ['a variable is not used', 'main.bicep', 'name: label', 'name: name', 'label is not used'],
    ['two things have one name', 'main.bicep', 'var label =', 'var sku = 1\nvar label =', 'sku is declared twice'],
  ]);
});

describe('it is found of parameters when', () => {
  found([
    ['they are for no file', 'main.test.bicepparam', './main.bicep', './mein.bicep', 'there is no ./mein.bicep'],
    ['they do not say what for', 'main.test.bicepparam', 'using \'./main.bicep\'', '', 'says of no file'],
    ['one is missing', 'main.test.bicepparam', 'param count = 2', '', 'count is missing'],
    ['one is not known', 'main.test.bicepparam', 'param count = 2', 'param count = 2\nparam colour = \'red\'', 'no parameter colour'],
    ['one is not allowed', 'main.test.bicepparam', '\'F0\'', '\'F1\'', 'sku may not be F1'],
    ['one is of another type', 'main.test.bicepparam', '= 2', '= readEnvironmentVariable(\'COUNT\')', 'count is of type int, not string'],
    ['one is too small', 'main.test.bicepparam', '= 2', '= 0', 'below @minValue(1)'],
    ['what it is without being given is too long', 'main.bicep', '\'sample\'', '\'a-name-too-long\'', 'above @maxLength(10)'],
  ]);
});

describe('it is found of secrets when', () => {
  found([
    ['one is read out', 'main.bicep', 'identity.properties.principalId', 'found.listKeys().primary', 'listKeys reads a secret out'],
    ['one is read out by a function', 'main.bicep', 'identity.properties.principalId', 'listKeys(found.id)', 'listKeys reads a secret out'],
    ['one is what a parameter is without being given', 'main.bicep', 'param name', '@secure()\nparam name', 'name is secure and has a value'],
    ['a variable holds one', 'main.bicep', 'var label', 'var password = \'Hello\'\nvar label', 'password has its value written out'],
    ['a setting holds one', 'main.bicep', 'var label', 'var settings = [{ name: \'LINK_SECRET\', value: \'abc\' }]\nvar label', 'LINK_SECRET has its value written out'],
    ['parameters hold one', 'main.test.bicepparam', 'param count', 'param token = \'abc\'\nparam count', 'token has its value written out'],
    ['a text looks like one', 'modules/bot.bicep', '\'x\'', '\'kQ8~xv2Lr9PwTz4NbYc6Hd1JfGs5\'', 'looks like a secret'],
    ['a text is a whole connection', 'modules/bot.bicep', '\'x\'', '\'AccountEndpoint=https://a;AccountKey=b\'', 'looks like a secret'],
  ]);
});
