// What the fake connector can do wrong on purpose, and what it records. Data only.

/** One way to misbehave. `isApplied`: the request takes effect before it goes wrong, as when an answer is lost. */
export type Fault =
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'status'; readonly status: number; readonly code?: string; readonly retryAfter?: string; readonly isApplied: boolean }
  /** The connection is reset without an answer. */
  | { readonly kind: 'cut'; readonly isApplied: boolean }
  /** The connection stays open and nothing is ever said. */
  | { readonly kind: 'silence'; readonly isApplied: boolean }
  /** 200, but without a usable id. */
  | { readonly kind: 'no-id' };

export type Act = 'post' | 'edit' | 'delete' | 'open' | 'members' | 'other';

/** One request as it came in, in order. */
export interface Recorded {
  readonly order: number;
  /** Milliseconds since 1970 on this machine's clock. */
  readonly at: number;
  readonly act: Act;
  readonly method: string;
  readonly path: string;
  /** Conversation id with its thread; null when the request creates one. */
  readonly conversation: string | null;
  /** The message's id: in the path for an edit or delete, given out for a post that took effect. */
  readonly activityId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | null;
  /** Address it came from. */
  readonly from: string;
  /** It changed what people see, or would be answered with data. */
  readonly isApplied: boolean;
}

/** A message as a person sees it now. */
export interface Visible {
  readonly id: string;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly postedAt: number;
  readonly editCount: number;
}

export interface FakeMember {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId?: string;
}
