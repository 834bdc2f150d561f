import { html, nothing } from 'lit-html';
import { model, unique } from 'store';
import { address, chip, duration, empty, page, scenarioLink, section, table } from 'parts';

export default function steps() {
  const slow = [...model.scenarios].filter((scenario) => scenario.milliseconds).sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 20);
  const longest = slow[0]?.milliseconds ?? 1;
  const skipped = model.scenarios.filter((scenario) => scenario.status === 'skipped');
  const idle = model.scenarios.filter((scenario) => ['not-run', 'cut-off'].includes(scenario.status));
  return page('The suite itself', 'What takes long, what is not used, and what did not run.',
    section('Skipped, by what was missing', skipped.length ? unique(skipped.map((scenario) => scenario.capability ?? '')).map((capability) => html`
      <h3>${capability ? chip(capability) : 'Another reason'}</h3><ul class="rows">${skipped.filter((scenario) => (scenario.capability ?? '') === capability).map((scenario) => html`<li>${scenarioLink(scenario)}</li>`)}</ul>`) : empty('Nothing was skipped.')),
    section('Not run', idle.length ? html`<details ?open=${idle.length < 30}><summary>${idle.length} scenarios</summary><ul class="rows">${idle.map((scenario) => html`<li>${scenarioLink(scenario)}</li>`)}</ul></details>` : empty('Every scenario ran.')),
    section('Slowest scenarios', html`<ul class="slow">${slow.map((scenario) => html`<li><a href=${address('scenario', scenario.id)}><span class="name">${scenario.name}</span>
      <span class="length" aria-hidden="true"><i style=${`width:${100 * scenario.milliseconds / longest}%`}></i></span><span class="num">${duration(scenario.milliseconds)}</span></a></li>`)}</ul>`),
    section('Undefined steps', model.steps.undefined.length ? html`<ul class="rows">${model.steps.undefined.map((step) => html`<li>${scenarioLink(model.scenarios[step.scenario], step.text)}</li>`)}</ul>` : empty('Every step that was met has a binding.')),
    section('Unused steps', model.steps.unused.length ? html`${model.steps.isComplete ? nothing : html`<p class="muted">Not everything ran, so some of these may be used after all.</p>`}
      ${table([['Step', 'Method'], ...model.steps.unused.map((step) => [step.expression, html`<code>${step.method}</code>`])])}` : empty('Every binding was used.')));
}
