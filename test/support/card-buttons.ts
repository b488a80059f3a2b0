// Finds buttons and inputs in the JSON of an Adaptive Card, as a client shows them. Pure.

type Json = Readonly<Record<string, unknown>>;

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Json;
  /** The data of the `Action.Submit` that stands in where `Action.Execute` is not known. */
  readonly submitData: Json;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const jsonOr = (value: unknown, otherwise: Json): Json => (isJson(value) ? value : otherwise);

/** Every object within a card, itself included, except what stands in `fallback`, and in `refresh`, which nobody presses. */
function partsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isJson(value)) return [];
  const inner = Object.entries(value).filter(([key]) => key !== 'fallback' && key !== 'data' && key !== 'refresh').flatMap(([, part]) => partsOf(part));
  return [value, ...inner];
}

/** Buttons in reading order. */
export function buttonsOf(card: unknown): readonly Button[] {
  const actions = partsOf(card).filter(({ type, title }) => (type === 'Action.Execute' || type === 'Action.Submit') && typeof title === 'string');
  return actions.map((action) => {
    const data = jsonOr(action.data, {});
    const verb = [action.verb, data.verb].find((candidate) => typeof candidate === 'string') ?? '';
    const fallback = jsonOr(action.fallback, {});
    return { title: String(action.title), verb, data, submitData: { verb, ...jsonOr(fallback.data, data) } };
  });
}

/** What a client sends for the inputs nobody touched: those with a value, by id. */
export function untouchedInputsOf(card: unknown): Json {
  const inputs = partsOf(card).filter(({ type, id, value }) => String(type).startsWith('Input.') && typeof id === 'string' && value !== undefined);
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
}

/** The card of an activity's first attachment, or null. */
export function cardOf(activity: Json): Json | null {
  const [attachment]: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  return isJson(attachment) && isJson(attachment.content) ? attachment.content : null;
}
