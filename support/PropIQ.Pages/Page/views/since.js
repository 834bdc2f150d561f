import { html, nothing } from 'lit-html';
import { features, model, scenarios } from 'store';
import { address, chip, empty, link, mark, page, plural, scenarioLink, section, table, time } from 'parts';

export default function since() {
  const { definitions, runs, rules, revision, revisionTrouble } = model.since;
  return page('Since last time', runs.length ? `Compared with ${plural(runs.length, 'earlier run')} that were kept.` : 'No earlier run was kept, so there is nothing to compare with yet.',
    definitions.map(({ label, meaning }) => {
      const found = model.scenarios.filter((scenario) => scenario.since.includes(label));
      return html`<section><h2>${chip(label, `label ${label}`)} <span class="num">${found.length}</span></h2><p class="muted">${meaning}</p>
        ${found.length ? html`<ul class="rows">${found.map((scenario) => html`<li>${scenarioLink(scenario)}</li>`)}</ul>` : nothing}</section>`;
    }),
    section(revision ? html`Rules since <code>${revision}</code>` : 'Rules',
      revisionTrouble ? html`<p class="empty">${revisionTrouble}</p>` : !revision ? empty('No revision was given to compare with (--since).') : !rules.length ? empty('No rule was added, changed or removed.')
        : html`<ul class="rows">${rules.map((rule) => html`<li><span class="row">${chip(rule.change, `label ${rule.change}`)}<span class="grow">${rule.rule || 'Scenarios outside of rules'}
          <span class="muted">${features.has(rule.feature) ? link('feature', rule.feature, features.get(rule.feature).name) : rule.feature}</span></span>
          <span class="chips">${rule.scenarios.map((id) => scenarios.has(id) ? html`<a href=${address('scenario', id)} aria-label=${scenarios.get(id).name}>${mark(scenarios.get(id).status)}</a>` : nothing)}</span></span></li>`)}</ul>`),
    runs.length ? section('Runs', table([['Began', 'Passed', 'Failed', 'Other', ''], ...runs.toReversed().map((run) => [time(run.startedAt), run.passed, run.failed, run.other, run.isWhole ? '' : 'cut off'])])) : nothing);
}
