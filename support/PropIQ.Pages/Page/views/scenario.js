import { html, nothing } from 'lit-html';
import { evidence, features, personas, scenarios } from 'store';
import { chip, chips, copyable, duration, labels, link, look, mark, page, paragraphs, section, table, time, titled } from 'parts';
import { promiseLink } from 'promise-parts';

export default function scenario(id, _, __, again) {
  const found = scenarios.get(id);
  if (!found) {
    return page('No such scenario', `There is no scenario ${id} in this run or in the features.`);
  }
  const left = evidence(found.evidence, again);
  const told = left?.told;
  return html`<p class="crumbs">${link('features', '', 'Features')} › ${link('feature', found.feature, features.get(found.feature)?.name)}${found.rule ? html` › ${found.rule}` : nothing}</p>
    ${page(found.name, html`${mark(found.status, true)} ${labels(found)} ${found.milliseconds ? html`<span class="muted">${duration(found.milliseconds)}</span>` : nothing} ${chips(found.personas.map(called))}`)}
    ${paragraphs(found.description)}
    ${found.status === 'failed' ? nothing : reason(found)}
    ${section('Steps', html`<ol class="steps">${found.steps.map((step) => stepView(step, told, left === 'loading', Date.parse(found.startedAt)))}</ol>`)}
    ${left === 'loading' ? html`<p class="muted" role="status">Unpacking the evidence…</p>` : all(left, told)}
    ${found.promises.length ? section('Promises that it shows', html`<ul class="rows">${found.promises.map((each) => html`<li>${promiseLink(each)}</li>`)}</ul>`) : nothing}
    ${section('Repeat it', found.repeat ? copyable(found.repeat) : html`<p class="muted">The run left no command.</p>`)}
    <dl class="details">
      <div><dt>Where</dt><dd><code>features/${found.feature}:${found.line}</code></dd></div>
      ${found.startedAt ? html`<div><dt>Began</dt><dd>${time(found.startedAt)}</dd></div>` : nothing}
      ${found.needs.length ? html`<div><dt>Needs</dt><dd>${chips(found.needs)}</dd></div>` : nothing}
      ${found.past ? html`<div><dt>Earlier runs</dt><dd><span class="past">${[...found.past].map((letter) => mark({ p: 'passed', f: 'failed' }[letter] ?? 'not-run'))}</span></dd></div>` : nothing}
    </dl>`;
}

// Tags write names small.
const called = (name) => personas.find((known) => known.toLowerCase() === name.toLowerCase()) ?? titled(name);

const reason = (found) => found.reason ? html`<div class="banner" role="note">${mark(found.status)}<div><strong>${found.reason}</strong>
  ${found.capability ? html`<p>Missing: ${chip(found.capability)}</p>` : nothing}</div></div>` : nothing;

function stepView(step, told, loading, began) {
  const failed = look(step.status) === 'broken';
  const asked = (told?.exchanges ?? []).filter((exchange) => step.from !== undefined && exchange.at - began >= step.from - 1 && exchange.at - began < (step.to ?? Infinity));
  return html`<li class=${look(step.status)}>
    <div class="step">${mark(step.status)}<div class="grow">${step.hook ? html`<b>Around it:</b> ${step.text}` : html`<b>${step.keyword}</b> ${step.text}`}</div>
      <span class="muted num">${step.milliseconds ? duration(step.milliseconds) : nothing}</span></div>
    ${step.table ? table(step.table) : nothing}${step.docString ? html`<pre tabindex="0">${step.docString}</pre>` : nothing}
    ${step.error ? html`<div class=${failed ? 'error' : 'note'}><p>${step.error}</p>${step.trace ? html`<details><summary>For developers</summary><pre tabindex="0">${step.trace}</pre></details>` : nothing}</div>` : nothing}
    ${asked.length ? html`<details class="evidence" ?open=${failed}><summary>${asked.length === 1 ? '1 request' : `${asked.length} requests`}</summary>${asked.map(exchange)}</details>`
      : failed && loading ? html`<p class="muted">Unpacking the evidence…</p>` : nothing}
  </li>`;
}

const pretty = (body) => {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
};
const code = (body) => body ? html`<pre tabindex="0">${pretty(body)}</pre>` : nothing;
const headers = (lines) => lines?.length ? html`<details><summary>Headers</summary><pre tabindex="0">${lines.join('\n')}</pre></details>` : nothing;

export const exchange = (each) => html`<details class="exchange"><summary><b>${each.method}</b> <span class="path">${each.path}</span>
  <span class="status ${each.status >= 400 || !each.status ? 'no' : 'yes'}">${each.status ?? 'no answer'}</span> <span class="muted num">${duration(each.ms)}</span></summary>
  <h3>Asked</h3>${headers(each.requestHeaders)}${code(each.request) === nothing ? html`<p class="muted">No body.</p>` : code(each.request)}
  <h3>Answered</h3>${headers(each.answerHeaders)}${code(each.answer) === nothing ? html`<p class="muted">${each.error ?? 'No body.'}</p>` : code(each.answer)}
  <h3>The same by curl, once real secrets are in the masks' place</h3>${copyable(curl(each))}</details>`;

// What curl sets itself is left out.
const own = /^(content-length|host|user-agent|transfer-encoding|connection):/i;
const quoted = (words) => `'${words.replaceAll("'", "'\\''")}'`;
const curl = (each) => ['curl -i -X', each.method, quoted(each.host + each.path), ...each.requestHeaders.filter((line) => !own.test(line)).map((line) => `-H ${quoted(line)}`),
  ...(each.request ? [`--data-binary ${quoted(each.request)}`] : [])].join(' ');

const message = (name, each) => html`<details class="exchange"><summary><b>${name(each)}</b> <span class="muted">${each.note ?? nothing}</span></summary>${code(each.body)}</details>`;

const list = (title, items, view) => items?.length ? html`<details class="evidence"><summary>${title} (${items.length})</summary>${items.map(view)}</details>` : nothing;

function all(left, told) {
  if (!left) {
    return nothing;
  }
  return section('Evidence',
    left.trouble ? html`<p>${left.trouble}</p>` : nothing,
    told?.people?.length ? html`<p class="muted">${told.people.map((person) => `${person.name} is ${person.email}`).join(' · ')}</p>` : nothing,
    list('Asked and answered', told?.exchanges, exchange),
    list('Stripe events', told?.stripe, (each) => message((event) => event.type, each)),
    list('Slack messages', told?.slack, (each) => message((post) => post.title, each)),
    list('E-mails', told?.emails, (each) => message((post) => post.title, each)),
    list('Attached', left.files, (file) => message((each) => each.name ?? each.type, file)),
    list('What the scenario wrote', left.lines, (line) => html`<pre tabindex="0">${line}</pre>`),
    told?.leftOut ? html`<p class="muted">${told.leftOut}</p>` : nothing,
    !told && !left.files?.length && !left.lines?.length && !left.trouble ? html`<p class="muted">This scenario left none.</p>` : nothing);
}
