// The two web pages the app's manifest names.

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}</style></head>
<body><h1>${title}</h1>${body}</body></html>`;

/** What the bot keeps, for how long, and who sees it. `retentionDays` counts from a session's end. */
export const privacyHtml = (retentionDays: number): string => page('Turnstone and privacy', `
<p>Turnstone leads problem-solving sessions in Microsoft Teams. It keeps what is needed for that, in the database of whoever runs it, and gives it to nobody else.</p>
<ul>
<li><strong>What:</strong> your name and Teams ids, day and month of your birthday if you give it, the problem you write up, notes, next actions, who took part and when.</li>
<li><strong>Why:</strong> to run the session, to remember its results for the group, and to share the chair fairly.</li>
<li><strong>Who sees it:</strong> your draft only you; a submitted write-up, notes and actions the members of the same channel or chat. Whoever leaves it sees none of it any more, except what is their own. Outside it the coordinator alone sees when meetings were held and how many came, and what came of next actions only in figures of five people or more together.</li>
<li><strong>How long:</strong> records of sessions are kept for ${retentionDays} ${retentionDays === 1 ? 'day' : 'days'} from the session's end and then removed; write-ups, and what is kept of a person, for as long after they were last used.</li>
<li><strong>Logs</strong> hold no names and nothing that people wrote.</li>
</ul>
<p>Please do not name pupils or colleagues in what you write. Questions and requests: the organisation that runs this bot for you.</p>`);

export const termsHtml: string = page('Turnstone: terms of use', `
<p>Turnstone helps school leaders to help one another. Use it with the care you would use in a staff meeting: what is said in a session stays in the group, and nobody is named who is not there.</p>
<p>The organisation that runs this bot for you decides who may use it and answers for it.</p>`);
