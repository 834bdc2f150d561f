import { html, nothing } from 'lit-html';
import { features, model, pages, scenariosAt, unique } from 'store';
import { address, bar, link, mark, page, paragraphs, plural, scenarioLink, section, titled } from 'parts';
import { scenarioState } from 'promise-parts';

const folderOf = (path) => path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
const named = (folder) => folder === '' ? 'To begin with' : folder.split('/').map(titled).join(' › ');

export default function tree() {
  const folders = unique([...model.features, ...model.pages].map((item) => folderOf(item.path))).sort();
  return page('Features', 'The examples, as they are played. Everything here is a sentence that a scenario holds PropIQ to.',
    folders.map((folder) => section(named(folder), html`<ul class="rows">
      ${model.pages.filter((item) => folderOf(item.path) === folder).map((item) => html`<li><a class="row" href=${address('page', item.path)}><span class="mark" aria-hidden="true">¶</span><span class="grow">${item.title}</span><span class="muted">page</span></a></li>`)}
      ${model.features.filter((item) => folderOf(item.path) === folder).map((item) => {
        const state = scenarioState(item.rules.flatMap((rule) => rule.scenarios));
        return html`<li><a class="row" href=${address('feature', item.path)}><span class="grow">${item.name}</span>${bar(state)}<span class="muted num">${state.length}</span></a></li>`;
      })}</ul>`)));
}

export function feature(path) {
  const found = features.get(path);
  if (!found) {
    return page('No such feature', `There is no feature ${path} in this run.`);
  }
  const all = found.rules.flatMap((rule) => rule.scenarios);
  return page(found.name, html`${bar(scenarioState(all))} <span class="muted">${plural(all.length, 'scenario')}</span>`,
    html`<div class="prose">${paragraphs(found.description)}</div>`,
    found.rules.map((rule) => section(rule.name || 'Scenarios', html`<div class="prose">${paragraphs(rule.description)}</div>${examples(scenariosAt(rule.scenarios))}`)));
}

// An outline's rows make one table; other scenarios stand with their steps.
function examples(items) {
  const blocks = [];
  for (const scenario of items) {
    const last = blocks.at(-1);
    if (scenario.outline && last?.outline === scenario.outline) {
      last.items.push(scenario);
    } else {
      blocks.push({ outline: scenario.outline, items: [scenario] });
    }
  }
  return blocks.map((block) => block.outline ? outline(block) : single(block.items[0]));
}

const single = (scenario) => html`<article class="example"><h3>${scenarioLink(scenario)}</h3>${paragraphs(scenario.description)}
  <ul class="script">${scenario.steps.filter((step) => !step.hook).map((step) => html`<li><b>${step.keyword}</b> ${step.text}</li>`)}</ul></article>`;

const outline = ({ outline: name, items }) => html`<article class="example"><h3>${name}</h3>${paragraphs(items[0].description)}<div class="scroll" tabindex="0" role="group" aria-label=${name}><table class="outline">
  <thead><tr><th scope="col">Result</th>${items[0].row.map((cell) => html`<th scope="col">${cell.key}</th>`)}</tr></thead>
  <tbody>${items.map((scenario) => html`<tr><td><a href=${address('scenario', scenario.id)} aria-label=${scenario.name}>${mark(scenario.status, true)}</a></td>
    ${scenario.row.map((cell) => html`<td>${cell.value}</td>`)}</tr>`)}</tbody></table></div></article>`;

export function markdown(path) {
  const found = pages.get(path);
  return found
    ? html`<p class="crumbs">${link('features', '', 'Features')} › ${path}</p><div class="prose markdown">${found.content.map((node, at) => element(node, at === 0))}</div>`
    : page('No such page', `There is no page ${path} beside the features.`);
}

const inner = (node) => html`${node.text ?? nothing}${(node.children ?? []).map((child) => element(child))}`;
const elements = {
  text: (node) => node.text ?? '', h2: (node) => html`<h2>${inner(node)}</h2>`, h3: (node) => html`<h3>${inner(node)}</h3>`, h4: (node) => html`<h4>${inner(node)}</h4>`,
  p: (node) => html`<p>${inner(node)}</p>`, ul: (node) => html`<ul>${inner(node)}</ul>`, ol: (node) => html`<ol>${inner(node)}</ol>`, li: (node) => html`<li>${inner(node)}</li>`,
  blockquote: (node) => html`<blockquote>${inner(node)}</blockquote>`, pre: (node) => html`<pre tabindex="0">${node.text}</pre>`, code: (node) => html`<code>${node.text}</code>`,
  strong: (node) => html`<strong>${inner(node)}</strong>`, em: (node) => html`<em>${inner(node)}</em>`, tr: (node) => html`<tr>${inner(node)}</tr>`,
  th: (node) => html`<th scope="col">${inner(node)}</th>`, td: (node) => html`<td>${inner(node)}</td>`,
  table: (node) => html`<div class="scroll" tabindex="0" role="group" aria-label="table"><table>${inner(node)}</table></div>`,
};
function element(node, first = false) {
  if (node.tag === 'h1') {
    return first ? html`<h1 tabindex="-1">${inner(node)}</h1>` : html`<h2>${inner(node)}</h2>`;
  }
  return (elements[node.tag] ?? inner)(node);
}
