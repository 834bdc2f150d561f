// Entry: a simulation's report. Every chart is a table whose cells have bars; the numbers stand beside them.
import { html, nothing } from 'lit-html';
import { banner, money } from 'simulation-parts';
import { page, plural, time } from 'parts';
import { facts, frame, present } from 'report-frame';
import { timelines, users, waits } from 'simulation-users';
import { funnel, latency, plans } from 'simulation-charts';
import { failures, hopes, matrix } from 'simulation-findings';

const report = JSON.parse(document.getElementById('data').textContent);

const parts = [
  ['users', 'Users', users], ['timelines', 'Timelines', timelines], ['funnel', 'Funnel', funnel], ['plans', 'Revenue and cost', plans],
  ['latency', 'Latency', latency], ['waits', 'Waits felt', waits], ['edge-cases', 'Edge cases', matrix], ['failures', 'Failures', failures], ['outcomes', 'Hoped and happened', hopes],
];

const numbers = ({ simulation_summary: summary, cost_analysis: cost, run }) => facts([
  ['Conversions', `${summary.conversions_achieved}/${summary.total_users} (${summary.conversion_rate})`],
  ['Cost', cost.total_cost_usd], ['Azure OpenAI', money(cost.azure_openai_cost_exact)], ['Stripe fees', cost.stripe_fees_usd],
  ['Expectations met', summary.expectations_met], ['Actions completed', `${summary.total_actions_completed} (${summary.success_rate})`],
  ['Failed', summary.total_actions_failed], ['Skipped', summary.total_actions_skipped], ['Interrupted', summary.total_actions_interrupted], ['Refused as expected', summary.total_expected_refusals],
  ['Requests', cost.api_requests_total.toLocaleString('en')], ['At once, at most', summary.peak_concurrent_requests],
  ['Target', `${run.target} (${run.target_kind})`], ['Profile', run.profile], ['Seed', run.seed], ['Run', run.run_id],
]);

function headline({ simulation_summary: summary, run }) {
  const failed = summary.total_actions_failed;
  return `${run.incomplete ? 'Incomplete: ' : ''}${failed ? `${plural(failed, 'action')} failed` : 'nothing failed'}, ${summary.conversions_achieved} of ${plural(summary.total_users, 'user')} converted`
    .replace(/^./, (letter) => letter.toUpperCase());
}

export function show() {
  const { run } = report;
  const state = run.incomplete ? 'open' : report.simulation_summary.total_actions_failed ? 'bad' : 'good';
  const lead = html`<span>Began ${time(run.started_at)}</span><span>took ${plural(Math.round(run.duration_seconds), 'second')}</span>
    ${run.max_speed ? html`<span>at full speed</span>` : nothing}${run.chaos ? html`<span>with chaos</span>` : nothing}`;
  present(`${headline(report)} · PropIQ simulation`, frame('simulation', parts, report, state, page(headline(report), lead, numbers(report)),
    run.incomplete ? banner('This run is incomplete', [run.incomplete_reason ?? 'The reason is not known.']) : nothing,
    report.alerts.length ? banner('Alerts', report.alerts) : nothing,
    run.warnings.length ? banner('Warnings', run.warnings) : nothing));
}
