// What leaves for Teams: a card or a line of text, never both in one message (together they come back without an id).

export interface Mention {
  /** `29:…` */
  readonly teamsId: string;
  /** Exactly as it stands between `<at>` and `</at>`. */
  readonly name: string;
}

export interface Rendered {
  /** The text of the notification: always there, nothing private in it. */
  readonly summary: string;
  /** Adaptive Card 1.5 as JSON, with its mentions in `msteams.entities`. */
  readonly card: Readonly<Record<string, unknown>> | null;
  /** A line of text where there is no card. */
  readonly text: string | null;
  /** People mentioned in `text`. */
  readonly mentions: readonly Mention[];
}
