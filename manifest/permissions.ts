// What the app asks for and why, and what there is to ask for. Whoever adds a permission to the manifest gives its reason
// here; README.md shows the same table.

import type { AppManifest, AppPackage } from './app-manifest.ts';

export interface Reason {
  readonly why: string;
  /** What people lose where it is not granted. */
  readonly without: string;
}

/** By name, in the order of the README: those that are granted for one team or chat, then what the app only declares of itself. */
export const reasons: Readonly<Record<string, Reason>> = {
  'OnlineMeeting.ReadBasic.Chat': {
    why: 'Teams tells when the call of a meeting begins and ends: the lobby opens with the call, and a session hears that it is over',
    without: 'the lobby of a planned meeting opens ten minutes ahead all the same, any other by `start`',
  },
  'ChannelMember.Read.Group': {
    why: 'Teams tells who is in a channel: names that somebody types are found, buddy pairs can be proposed, and whoever was taken out of a private or shared channel sees nothing more of its history',
    without: 'only those are known who have pressed or written something, and that somebody left such a channel goes unseen',
  },
  'identity': {
    why: 'who writes and who presses is known by their Entra id: it decides what they may do and see',
    without: 'it is part of every message; the manifest only says so',
  },
  'messageTeamMembers': {
    why: 'write-ups, reminders and your own summary go to your 1:1 chat',
    without: 'the same; whoever cannot be reached is mentioned in the group’s chat, without content',
  },
};

/** Microsoft Learn, "Resource-specific consent for your Teams app", and the permissions reference of Microsoft Graph. */
const known: Readonly<Record<'Application' | 'Delegated', ReadonlySet<string>>> = {
  Application: new Set([
    ...['Create', 'Delete'].map((what) => `Channel.${what}.Group`),
    ...['Meeting.ReadBasic', 'MeetingNotification.Send', 'MeetingParticipant.Read', 'MeetingRecording.Read', 'MeetingTranscript.Read', 'Member.Read', 'Member.ReadWrite',
      'Message.Read', 'Message.Send', 'Settings.Read', 'Settings.ReadWrite'].map((what) => `Channel${what}.Group`),
    ...['Member.Read', 'Owner.Read', 'TeamMember.Read', 'TeamSettings.Read', 'TeamSettings.ReadWrite'].map((what) => `${what}.Group`),
    ...['TeamsTab.Create', 'TeamsTab.Delete', 'TeamsTab.Read', 'TeamsTab.ReadWrite'].flatMap((what) => [`${what}.Group`, `${what}.Chat`]),
    ...['TeamsActivity.Send', 'TeamsAppInstallation.Read'].flatMap((what) => [`${what}.Group`, `${what}.Chat`, `${what}.User`]),
    ...['Calls.AccessMedia', 'Calls.JoinGroupCalls', 'Chat.Manage', 'Chat.ManageDeletion', 'ChatMember.Read', 'ChatMessage.Read', 'ChatMessage.Send',
      'ChatMessageReadReceipt.Read', 'ChatSettings.Read', 'ChatSettings.ReadWrite'].map((what) => `${what}.Chat`),
    ...['.ReadBasic', 'Notification.Send', 'Participant.Read', 'Recording.Read', 'Transcript.Read'].map((what) => `OnlineMeeting${what}.Chat`),
  ]),
  Delegated: new Set([
    ...['ActiveSpeaker.Read', 'AudioVideo.Stream', 'IncomingAudio.Detect', 'Stage.Write'].map((what) => `ChannelMeeting${what}.Group`),
    ...['InAppPurchase.Allow', 'MeetingParticipantReaction.Read'].flatMap((what) => [`${what}.Group`, `${what}.Chat`, `${what}.User`]),
    ...['LiveShareSession.ReadWrite'].flatMap((what) => [`${what}.Group`, `${what}.Chat`]),
    ...['ActiveSpeaker.Read', 'AudioVideo.Stream', 'IncomingAudio.Detect', 'Participant.Read', 'Participant.ToggleIncomingAudio'].map((what) => `OnlineMeeting${what}.Chat`),
    ...['MeetingStage.Write.Chat', 'CameraStream.Read.User', 'MicrophoneStream.Read.User', 'OutgoingVideoStream.Write.User'],
  ]),
};
const scopeOf: Readonly<Record<string, string>> = { Group: 'team', Chat: 'groupChat', User: 'personal' };
/** The schema's own bound. */
const mostPermissions = 16;

const asked = ({ authorization }: AppManifest) => authorization?.permissions?.resourceSpecific ?? [];

/** What is wrong with what a manifest asks for, one sentence each. */
export function permissionProblems({ manifest }: AppPackage): readonly string[] {
  const specific = asked(manifest);
  const names = [...specific.map(({ name }) => name), ...manifest.permissions ?? []];
  const scopes: readonly string[] = manifest.bots?.flatMap((bot) => bot.scopes) ?? [];
  return [
    ...(specific.length > mostPermissions ? [`There are ${specific.length} resource-specific permissions; at most ${mostPermissions} are allowed.`] : []),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `The permission ${name} is asked for twice.`),
    ...specific.filter(({ name, type }) => !known[type].has(name)).map(({ name, type }) => `Microsoft lists no ${type.toLowerCase()} permission ${name}.`),
    ...specific.filter(({ name }) => !scopes.includes(scopeOf[name.split('.').at(-1) ?? ''] ?? '')).map(({ name }) => `The permission ${name} is for a scope that the bot does not have.`),
    ...names.filter((name) => !Object.hasOwn(reasons, name)).map((name) => `The permission ${name} has no reason in manifest/permissions.ts.`),
    ...registrationProblems(manifest),
  ];
}

/** Teams grants permissions to the app registration that webApplicationInfo names; its resource may be any text, but there must be one. */
function registrationProblems(manifest: AppManifest): readonly string[] {
  if (asked(manifest).length === 0) return [];
  const { webApplicationInfo: registration } = manifest;
  return [
    ...(registration?.id === manifest.bots?.[0]?.botId ? [] : ['webApplicationInfo.id must be the id of the bot: permissions are granted to its app registration.']),
    ...((registration?.resource ?? '') === '' ? ['webApplicationInfo.resource is missing: Teams grants no permission without it.'] : []),
  ];
}
